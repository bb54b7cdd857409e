using Orchestration.Storage;

namespace Orchestration.Campaigns.Revisions;

/// <summary>One day on which an operator raised a trigger.</summary>
/// <param name="Trigger">Its name.</param>
/// <param name="Date">In Paris.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Business time.</param>
public sealed record RaisedTrigger(string Trigger, DateOnly Date, string By, string Reason, DateTimeOffset At);

/// <summary>Every trigger of a calendar that was raised, in the order of their raising: one small document.</summary>
public sealed record RaisedTriggers(IReadOnlyList<RaisedTrigger> All)
{
    public static RaisedTriggers None { get; } = new([]);

    /// <summary>Raising a trigger twice on one day is raising it once: the first stands.</summary>
    public RaisedTriggers With(RaisedTrigger raised) =>
        All.Any(one => one.Trigger == raised.Trigger && one.Date == raised.Date) ? this : new([.. All, raised]);

    /// <summary>As the planner takes them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Dates => All
        .GroupBy(one => one.Trigger, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<DateOnly>)[.. group.Select(one => one.Date).Order()], StringComparer.Ordinal);
}

/// <summary>The triggers that operators raised, calendar by calendar; a record is never taken back.</summary>
public sealed class TriggerStore(Containers containers)
{
    public async Task<RaisedTriggers> ReadAsync(string calendar, CancellationToken cancellation) =>
        (await containers.Revisions.TryReadAsync<RaisedTriggers>(Path(calendar), cancellation))?.Value ?? RaisedTriggers.None;

    /// <returns>All that were raised, this one included.</returns>
    public Task<RaisedTriggers> RaiseAsync(string calendar, RaisedTrigger raised, CancellationToken cancellation) =>
        containers.Revisions.UpdateAsync<RaisedTriggers>(
            Path(calendar), present => (present ?? RaisedTriggers.None).With(raised), cancellation);

    private static string Path(string calendar) => $"{calendar}/triggers.json";
}
