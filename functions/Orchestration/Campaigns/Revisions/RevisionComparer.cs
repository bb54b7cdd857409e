using System.Text.Json;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Revisions;

/// <summary>A revision beside the plan records as they stand.</summary>
public sealed class RevisionComparer(RevisionStore revisions, SendStore sends, Clocks clocks)
{
    public async Task<RevisionComparison> CompareAsync(CalendarRevision revision, CancellationToken cancellation)
    {
        var head = await revisions.HeadAsync(revision.Calendar, cancellation)
            ?? throw new InvalidOperationException($"The calendar '{revision.Calendar}' has a revision and no head.");
        var decision = await revisions.DecisionAsync(revision.Calendar, revision.Number, cancellation);
        var changes = await RevisionChanges.ReadAsync(revision, sends, cancellation);
        var records = await sends.ReadManyAsync(changes.Keys, cancellation);

        var now = clocks.Business.GetUtcNow();
        var remaining = records.Values
            .Where(record => !record.Withdrawn && record.Plan.Zones.Any(zone => zone.PrepareAt > now))
            .Select(record => record.Plan.Key)
            .ToArray();
        var counts = Count(changes, records, remaining);
        var (phase, why) = RevisionVerdict.Of(revision, head, decision, counts, remaining.Length);
        return new RevisionComparison(phase, why, counts, changes.Pages);
    }

    /// <summary>In words, for the planner.</summary>
    public async Task<PlanDifference> DifferenceAsync(CalendarRevision revision, CancellationToken cancellation)
    {
        var known = await sends.KeysAsync(revision.Calendar, cancellation);
        var records = await sends.ReadManyAsync(known, cancellation);
        return PlanDifference.Compare([.. records.Values.Where(record => !record.Withdrawn).Select(record => record.Plan)], revision.Sends);
    }

    private static ChangeCounts Count(
        RevisionChanges changes, IReadOnlyDictionary<SendKey, SendRecord> records, IReadOnlyCollection<SendKey> remaining)
    {
        var changed = changes.Planned.Values.Count(plan => records.TryGetValue(plan.Key, out var record) && Differs(record, plan));
        var added = changes.Planned.Keys.Count(key => !records.ContainsKey(key));
        var withdrawn = remaining.Count(key => !changes.Planned.ContainsKey(key));
        return new ChangeCounts(added, changed, withdrawn, changes.Planned.Count - added - changed);
    }

    private static bool Differs(SendRecord record, PlannedSend plan) =>
        record.Withdrawn || JsonSerializer.Serialize(record.Plan, Json.Options) != JsonSerializer.Serialize(plan, Json.Options);
}
