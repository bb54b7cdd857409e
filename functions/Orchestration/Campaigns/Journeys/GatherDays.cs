using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Journeys;

/// <summary>A search whose caisses were all read.</summary>
public sealed record GatherDaysInput(
    string Calendar, int Number, int Scan, string Path, DateOnly First, DateOnly Last, DateTimeOffset Now);

/// <summary>Puts the result of a search together; days that were started and have nobody any more are withdrawn.</summary>
public sealed class GatherDays(
    SendStore sends, SendStarter starter, JourneyStore store, IOptions<PlanningRules> rules)
{
    private static readonly TimeSpan BeforeTheFirstDecision = TimeSpan.FromHours(1);

    [Function(nameof(GatherDays))]
    public async Task<IReadOnlyList<JourneyDay>> RunAsync(
        [ActivityTrigger] GatherDaysInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var journeys = (await store.JourneysAsync(input.Calendar, input.Number, cancellation))
            .ToDictionary(journey => journey.Model.Key.Series, StringComparer.Ordinal);
        var found = (await store.GatherAsync(input.Path, cancellation)).Days;
        await WithdrawAsync(journeys, found, input, client, cancellation);
        return
        [
            .. found.GroupBy(day => day.Date)
                .Select(day => new JourneyDay(day.Key, day.Min(one => FirstDecision(journeys[one.Journey], one)) - BeforeTheFirstDecision))
                .OrderBy(day => day.StartAt),
        ];
    }

    private DateTimeOffset FirstDecision(PlannedJourney journey, SearchedDay day) =>
        journey.In(day.Caisses).On(day.Date, rules.Value).Zones.Min(zone => zone.PrepareAt);

    private async Task WithdrawAsync(
        Dictionary<string, PlannedJourney> journeys,
        IReadOnlyList<SearchedDay> found,
        GatherDaysInput input,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        foreach (var (series, journey) in journeys)
        {
            var kept = found.Where(day => day.Journey == series).Select(day => day.Date).ToHashSet();
            foreach (var key in await sends.OccurrencesAsync(journey.Model.Key, cancellation))
            {
                if (JourneyDays.DateOf(key) is not { } date || date < input.First || date > input.Last || kept.Contains(date))
                    continue;
                var record = await sends.WithdrawDayAsync(key, input.Number, input.Scan, input.Now, cancellation);
                if (record.Withdrawn)
                    await starter.EnsureAsync(client, record, cancellation);
            }
        }
    }
}
