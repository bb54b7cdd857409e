using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Journeys;

/// <summary>What a revision that was just applied does to the days of journeys: those that have sends already, and those to come.</summary>
public sealed class JourneyDays(SendStore sends, SendStarter starter, IOptions<PlanningRules> rules, Clocks clocks)
{
    /// <summary>A holiday moves a day by less: what is older is over, and is not even read.</summary>
    private const int LongestShift = 14;

    /// <returns>The day; null when the key is not of a day.</returns>
    public static DateOnly? DateOf(SendKey key) =>
        DateOnly.TryParseExact(key.Occurrence, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Days that have sends and are not over follow the journey as it is now, or are withdrawn with it. Repeating it changes nothing.</summary>
    public async Task AlignAsync(CalendarRevision revision, DurableTaskClient client, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clocks.Business.GetUtcNow().UtcDateTime);
        var planned = revision.Sends.Select(send => send.Key).ToHashSet();
        var journeys = revision.Journeys.ToDictionary(journey => journey.Model.Key.Series, StringComparer.Ordinal);
        foreach (var key in await sends.KeysAsync(revision.Calendar, cancellation))
        {
            if (planned.Contains(key) || DateOf(key) is not { } date || date.AddDays(LongestShift) < today
                || await sends.FindAsync(key, cancellation) is not { } record)
                continue;
            if (record.Scan is null || record.Withdrawn || record.Revision >= revision.Number || IsOver(record))
                continue;
            var written = Follow(journeys.GetValueOrDefault(key.Series), record, date) is { } plan
                ? await sends.FollowAsync(plan, revision.Number, cancellation)
                : await sends.WithdrawAsync(key, revision.Number, cancellation);
            await starter.EnsureAsync(client, written, cancellation);
        }
    }

    /// <summary>Starts what looks after the journeys of a revision; what looked after those of former ones learns that it is superseded.</summary>
    public static async Task StartAsync(CalendarRevision revision, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = JourneyOrchestrator.InstanceId(revision.Calendar, revision.Number);
        if (revision.Journeys.Count > 0 && await client.GetInstanceAsync(instance, cancellation) is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(JourneyOrchestrator),
                new JourneyInput(revision.Calendar, revision.Number),
                new StartOrchestrationOptions(InstanceId: instance),
                cancellation);
        }

        for (var number = 1; number < revision.Number; number++)
            await client.RingAsync(JourneyOrchestrator.InstanceId(revision.Calendar, number), cancellation);
    }

    /// <summary>Every caisse has decided.</summary>
    private bool IsOver(SendRecord record) => record.Plan.Zones.All(zone => zone.PrepareAt <= clocks.Business.GetUtcNow());

    private PlannedSend? Follow(PlannedJourney? journey, SendRecord record, DateOnly date)
    {
        if (journey is null || date < journey.From || date > journey.Until)
            return null;
        string[] caisses = [.. record.Plan.Caisses.Intersect(journey.Model.Caisses)];
        return caisses.Length == 0 ? null : journey.In(caisses).On(date, rules.Value);
    }
}
