using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Says what must happen to a revision, from the records as they stand.</summary>
public sealed class CompareRevision(RevisionStore revisions, SendStore sends, Clocks clocks)
{
    [Function(nameof(CompareRevision))]
    public async Task<RevisionComparison> RunAsync([ActivityTrigger] RevisionInput input, CancellationToken cancellation)
    {
        var revision = await revisions.ReadAsync(input.Calendar, input.Number, cancellation);
        var head = await revisions.HeadAsync(input.Calendar, cancellation);
        var decision = await revisions.DecisionAsync(input.Calendar, input.Number, cancellation);
        var changes = await RevisionChanges.ReadAsync(revision, sends, cancellation);
        var records = await RecordsAsync(changes, cancellation);
        var remaining = Remaining(records);
        var counts = Count(changes, records, remaining);
        var (phase, why) = RevisionVerdict.Of(revision, head!, decision, counts, remaining.Count);
        return new RevisionComparison(phase, why, counts, changes.Pages);
    }

    private async Task<IReadOnlyDictionary<SendKey, SendRecord>> RecordsAsync(RevisionChanges changes, CancellationToken cancellation)
    {
        var records = new Dictionary<SendKey, SendRecord>();
        foreach (var page in changes.Keys.Chunk(16))
        {
            foreach (var record in await Task.WhenAll(page.Select(key => sends.FindAsync(key, cancellation))))
            {
                if (record is not null)
                    records.Add(record.Plan.Key, record);
            }
        }

        return records;
    }

    private static ChangeCounts Count(
        RevisionChanges changes, IReadOnlyDictionary<SendKey, SendRecord> records, IReadOnlyList<SendKey> remaining)
    {
        var changed = changes.Planned.Values.Count(plan => records.TryGetValue(plan.Key, out var record) && Differs(record, plan));
        var added = changes.Planned.Keys.Count(key => !records.ContainsKey(key));
        return new ChangeCounts(
            added,
            changed,
            remaining.Count(key => !changes.Planned.ContainsKey(key)),
            changes.Planned.Count - added - changed);
    }

    private static bool Differs(SendRecord record, PlannedSend plan) =>
        record.Withdrawn || JsonSerializer.Serialize(record.Plan, Json.Options) != JsonSerializer.Serialize(plan, Json.Options);

    /// <summary>Sends that could still be withdrawn: not prepared yet.</summary>
    private IReadOnlyList<SendKey> Remaining(IReadOnlyDictionary<SendKey, SendRecord> records)
    {
        var now = clocks.Business.GetUtcNow();
        return [.. records.Values
            .Where(record => !record.Withdrawn && record.Plan.Zones.Any(zone => zone.PrepareAt > now))
            .Select(record => record.Plan.Key)];
    }
}
