using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Says in words what a new plan of a calendar changes, and what it cannot change because it has gone.</summary>
public sealed class RevisionDifference(RevisionStore revisions, SendStore sends, GoneCaisses gone, Clocks clocks)
{
    /// <summary>More names than this are no longer read; the number says enough.</summary>
    private const int MostCaisses = 8;

    /// <summary>Compares a plan with the records as they stand.</summary>
    public async Task<IReadOnlyList<RevisionChange>> CompareAsync(
        string calendar, IReadOnlyList<PlannedSend> planned, IReadOnlyList<PlannedJourney> journeys, CancellationToken cancellation)
    {
        var known = await sends.KeysAsync(calendar, cancellation);
        var records = await sends.ReadManyAsync(known, cancellation);
        var running = records.Values.Where(record => record is { Withdrawn: false, Scan: null }).Select(record => record.Plan);
        var head = await revisions.HeadAsync(calendar, cancellation);
        var before = head is { Applied: > 0 } ? (await revisions.ReadAsync(calendar, head.Applied, cancellation)).Journeys : [];

        var now = clocks.Business.GetUtcNow();
        var changes = new List<RevisionChange>();
        foreach (var change in PlanDifference.Compare([.. running], planned).Changes.Concat(JourneyDifference.Compare(before, journeys)))
        {
            if (change.Kinds == PlanChangeKinds.None)
                continue;
            var caisses = change.Before is { } old && old.Zones.Any(zone => zone.PrepareAt <= now) ? await gone.FindAsync(change.Key, cancellation) : [];
            changes.Add(new RevisionChange(change.Key, Kinds(change.Kinds), [.. change.Words, .. Gone(change, caisses)], caisses));
        }

        return changes;
    }

    /// <summary>The same as the reports have it: every send of the revision, the unchanged ones too, and those that it no longer has.</summary>
    public async Task<PlanDifference> OfAsync(CalendarRevision revision, bool isUnchanged, CancellationToken cancellation)
    {
        var changed = isUnchanged ? [] : revision.Changes.ToDictionary(change => change.Key);
        var present = revision.Sends.Concat(revision.Journeys.Select(journey => journey.Model with { Key = journey.Key }))
            .Select(send => Change(send.Key, changed.GetValueOrDefault(send.Key), null, send));
        var removed = new List<PlanChange>();
        foreach (var change in changed.Values.Where(change => change.Kinds.Contains(PlanChangeKinds.Removed)))
        {
            var plan = (await sends.FindAsync(change.Key, cancellation))?.Plan;
            if (plan is not null)
                removed.Add(Change(change.Key, change, plan, null));
        }

        return new PlanDifference([.. present.Concat(removed).OrderBy(change => change.Key.Value, StringComparer.Ordinal)]);
    }

    private static PlanChange Change(SendKey key, RevisionChange? change, PlannedSend? before, PlannedSend? after) => new(
        key, (change?.Kinds ?? []).Aggregate(PlanChangeKinds.None, (all, kind) => all | kind), change?.Words ?? [], before, after);

    private static PlanChangeKinds[] Kinds(PlanChangeKinds kinds) =>
        [.. Enum.GetValues<PlanChangeKinds>().Where(kind => kind != PlanChangeKinds.None && kinds.HasFlag(kind))];

    private static IEnumerable<string> Gone(PlanChange change, IReadOnlyList<string> caisses)
    {
        if (caisses.Count == 0)
            yield break;
        var name = SendNames.Of(change.Before!);
        var names = string.Join(", ", caisses.Take(MostCaisses)) + (caisses.Count > MostCaisses ? "…" : "");
        yield return caisses.Count >= change.Before!.Caisses.Count
            ? French.Text($"{name} : déjà décidé dans toutes ses caisses, rien n'y change plus")
            : French.Text($"{name} : déjà décidé dans {French.Count(caisses.Count, "caisse", "caisses")} sur {change.Before.Caisses.Count} ({names}), où rien ne change plus");
    }
}
