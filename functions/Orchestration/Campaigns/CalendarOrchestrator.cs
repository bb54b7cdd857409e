using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Orchestration.Campaigns.Revisions;

namespace Orchestration.Campaigns;

/// <summary>
/// Applies one revision of a calendar: compares it with what is planned, waits for a confirmation when it must, then starts, moves and withdraws sends.
/// The instance id is <c>{calendar}.r{number}</c>.
/// </summary>
public static class CalendarOrchestrator
{
    [Function(nameof(CalendarOrchestrator))]
    public static async Task<RevisionStatus> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RevisionInput input)
    {
        var comparison = await context.CallActivityAsync<RevisionComparison>(nameof(CompareRevision), input, Retries.OfActivity);
        while (comparison.Phase == RevisionPhase.WaitingForConfirmation)
        {
            context.SetCustomStatus(new RevisionStatus(input.Calendar, input.Number, comparison.Phase, comparison.Why, comparison.Changes));
            await context.WaitForChangeAsync(null);
            comparison = await context.CallActivityAsync<RevisionComparison>(nameof(CompareRevision), input, Retries.OfActivity);
        }

        for (var page = 0; comparison.Phase == RevisionPhase.Applying && page < comparison.Pages; page++)
            await context.CallActivityAsync(nameof(ApplyRevision), new RevisionPage(input.Calendar, input.Number, page), Retries.OfActivity);

        var phase = comparison.Phase == RevisionPhase.Applying ? RevisionPhase.Applied : comparison.Phase;
        if (phase == RevisionPhase.Applied)
            await context.CallActivityAsync(nameof(FinishRevision), input, Retries.OfActivity);
        var status = new RevisionStatus(input.Calendar, input.Number, phase, comparison.Why, comparison.Changes);
        context.SetCustomStatus(status);
        return status;
    }

    public static string InstanceId(string calendar, int number) => $"{calendar}.r{number}";
}
