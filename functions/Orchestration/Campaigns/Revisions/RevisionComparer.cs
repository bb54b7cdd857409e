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
        var (journeys, running) = await JourneysAsync(revision, head, now, cancellation);
        counts = new ChangeCounts(
            counts.Added + journeys.Added, counts.Changed + journeys.Changed, counts.Withdrawn + journeys.Withdrawn, counts.Unchanged + journeys.Unchanged);
        var (phase, why) = RevisionVerdict.Of(revision, head, decision, counts, remaining.Length + running);
        return new RevisionComparison(phase, why, counts, changes.Pages);
    }

    /// <summary>A journey counts as one send, however many days it has left.</summary>
    private async Task<(ChangeCounts Changes, int Running)> JourneysAsync(
        CalendarRevision revision, CalendarHead head, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var before = head.Applied > 0 && head.Applied != revision.Number
            ? (await revisions.ReadAsync(revision.Calendar, head.Applied, cancellation)).Journeys
            : [];
        var running = before.Where(journey => journey.Until > today).Select(journey => journey.Model.Key.Series).ToHashSet(StringComparer.Ordinal);
        var kinds = JourneyDifference.Compare(before, revision.Journeys).Select(change => (change.Key.Series, change.Kinds)).ToArray();
        var counts = new ChangeCounts(
            kinds.Count(one => one.Kinds == PlanChangeKinds.Added),
            kinds.Count(one => one.Kinds is not (PlanChangeKinds.None or PlanChangeKinds.Added or PlanChangeKinds.Removed)),
            kinds.Count(one => one.Kinds == PlanChangeKinds.Removed && running.Contains(one.Series)),
            kinds.Count(one => one.Kinds == PlanChangeKinds.None));
        return (counts, running.Count);
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
