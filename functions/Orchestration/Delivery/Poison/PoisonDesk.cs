using Orchestration.Storage;

namespace Orchestration.Delivery.Poison;

/// <summary>What was given up of one queue, with its reasons.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Count">How many messages, at least.</param>
/// <param name="IsMore">There are more than were counted.</param>
/// <param name="First">The oldest ones.</param>
public sealed record PoisonPile(string Queue, int Count, bool IsMore, IReadOnlyList<PoisonItem> First);

/// <summary>A message that was given up, without what it says.</summary>
/// <param name="Id">Among those of its queue.</param>
/// <param name="Lot">Which lot it is about; null when it names none.</param>
/// <param name="Since">System time.</param>
/// <param name="Reason">Null when nobody could record one.</param>
public sealed record PoisonItem(string Id, LotId? Lot, DateTimeOffset Since, GivenUp? Reason);

public enum PoisonAction
{
    Replay,
    Discard,
}

/// <summary>What an operator did with messages that were given up.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Action">Put back, or thrown away.</param>
/// <param name="Count">How many were meant.</param>
/// <param name="Lot">For a single one that names a lot.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, as written.</param>
/// <param name="At">Business time.</param>
public sealed record PoisonDecision(string Queue, PoisonAction Action, int Count, LotId? Lot, string By, string? Reason, DateTimeOffset At);

/// <summary>Shows what was given up, and does what operators decide about it: recorded first, then done.</summary>
public sealed class PoisonDesk(IEnumerable<IPoisonQueue> queues, FailureLedger failures, Containers containers, Clocks clocks)
{
    private const string Trail = "trail";

    private readonly IReadOnlyDictionary<string, IPoisonQueue> _queues = queues.ToDictionary(queue => queue.Queue, StringComparer.Ordinal);

    /// <summary>Of every queue, in the order of their names.</summary>
    public async Task<IReadOnlyList<PoisonPile>> ReadAsync(CancellationToken cancellation)
    {
        var piles = new List<PoisonPile>();
        foreach (var queue in _queues.Keys.Order(StringComparer.Ordinal))
            piles.Add((await FindAsync(queue, cancellation))!);
        return piles;
    }

    /// <returns>Null when there is no such queue.</returns>
    public async Task<PoisonPile?> FindAsync(string queue, CancellationToken cancellation)
    {
        if (!_queues.TryGetValue(queue, out var poison))
            return null;
        var view = await poison.LookAsync(cancellation);
        var items = await Task.WhenAll(view.First.Select(async message => new PoisonItem(
            message.Id, MessageReference.LotOf(message.Body), message.Since, await failures.FindAsync(message.Body, cancellation))));
        return new PoisonPile(queue, view.Count, view.IsMore, items);
    }

    /// <returns>How many messages were put back or thrown away: fewer than meant when somebody was faster.</returns>
    public async Task<int> DoAsync(PoisonDecision decision, PoisonChoice choice, CancellationToken cancellation)
    {
        using var trail = new AppendLog<PoisonDecision>(containers.Failures, Trail);
        await trail.AppendAsync([decision with { At = clocks.Business.GetUtcNow() }], cancellation);
        var poison = _queues[decision.Queue];
        return decision.Action == PoisonAction.Replay
            ? await poison.ReplayAsync(choice, cancellation)
            : await poison.DiscardAsync(choice, cancellation);
    }

    /// <summary>What was done, the last first.</summary>
    public async Task<IReadOnlyList<PoisonDecision>> DecisionsAsync(CancellationToken cancellation)
    {
        using var trail = new AppendLog<PoisonDecision>(containers.Failures, Trail);
        var decisions = new List<PoisonDecision>();
        await trail.ReadNewAsync(decisions.Add, cancellation);
        decisions.Reverse();
        return decisions;
    }
}
