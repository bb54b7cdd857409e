using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Journeys;

/// <summary>A day of the journeys of a revision that has somebody, as a search found it.</summary>
public sealed record StartDayInput(string Calendar, int Number, int Scan, string Path, DateOnly Date, DateTimeOffset Now);

/// <summary>Starts the sends of one day, for the caisses that have somebody; those that were started before are told.</summary>
public sealed class StartDay(
    RevisionStore revisions, SendStore sends, SendStarter starter, JourneyStore store, IOptions<PlanningRules> rules)
{
    [Function(nameof(StartDay))]
    public async Task RunAsync([ActivityTrigger] StartDayInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await IsSupersededAsync(input, cancellation))
            return;
        var journeys = await store.JourneysAsync(input.Calendar, input.Number, cancellation);
        foreach (var day in (await store.ReadAsync(input.Path, cancellation)).Days.Where(day => day.Date == input.Date))
        {
            var journey = journeys.Single(journey => journey.Model.Key.Series == day.Journey);
            var plan = journey.In(day.Caisses).On(day.Date, rules.Value);
            var record = await sends.PlanDayAsync(plan, input.Number, input.Scan, input.Now, cancellation);

            // A revision that was applied just now looked for days before this one was written, or sees it: one of the two takes it back.
            if (await IsSupersededAsync(input, cancellation))
                record = await sends.TakeBackAsync(plan.Key, input.Number, cancellation);
            if (record.Started || !record.Withdrawn)
                await starter.EnsureAsync(client, record, cancellation);
        }
    }

    private async Task<bool> IsSupersededAsync(StartDayInput input, CancellationToken cancellation) =>
        (await revisions.HeadAsync(input.Calendar, cancellation))?.Applied > input.Number;
}
