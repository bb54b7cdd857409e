namespace Orchestration.Delivery.Poison;

/// <summary>
/// Messages of one queue that were given up after their last attempt. Whoever handles them may be stopped at any moment: none is lost, and one can come
/// back to its queue twice, which changes nothing.
/// </summary>
public interface IPoisonQueue
{
    /// <summary>Name of the queue where they were.</summary>
    string Queue { get; }

    /// <summary>Looks at the oldest ones; they stay.</summary>
    Task<PoisonView> LookAsync(CancellationToken cancellation);

    /// <summary>Puts messages back on their queue, to be tried again from the beginning.</summary>
    /// <returns>How many were.</returns>
    Task<int> ReplayAsync(PoisonChoice choice, CancellationToken cancellation);

    /// <summary>Throws messages away.</summary>
    /// <returns>How many were.</returns>
    Task<int> DiscardAsync(PoisonChoice choice, CancellationToken cancellation);
}

/// <summary>A message that was given up.</summary>
/// <param name="Id">Among those of its queue.</param>
/// <param name="Body">As it was sent; anybody could have sent it, it is not shown.</param>
/// <param name="Since">When it was given up, or sent where that is not known; system time.</param>
public sealed record PoisonedMessage(string Id, string Body, DateTimeOffset Since);

/// <summary>What was given up.</summary>
/// <param name="Count">How many there are, at least.</param>
/// <param name="IsMore">There are more than were counted.</param>
/// <param name="First">The oldest ones.</param>
public sealed record PoisonView(int Count, bool IsMore, IReadOnlyList<PoisonedMessage> First)
{
    public static PoisonView Empty { get; } = new(0, false, []);
}

/// <summary>Which messages.</summary>
/// <param name="Id">Only this one; null for any.</param>
/// <param name="Most">No more than these.</param>
public sealed record PoisonChoice(string? Id, int Most)
{
    public static PoisonChoice One(string id) => new(id, 1);

    public bool Has(string id) => Id is null || Id == id;
}
