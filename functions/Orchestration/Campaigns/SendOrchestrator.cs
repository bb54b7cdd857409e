using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Orchestration.Campaigns.Sends;

namespace Orchestration.Campaigns;

/// <summary>
/// One occurrence of one send: its visa, then a <see cref="CaisseSendOrchestrator"/> per caisse that has somebody, then its closure.
/// The instance id is the send key.
/// </summary>
public static class SendOrchestrator
{
    /// <summary>Raised with the id of a caisse that must be tried again.</summary>
    public const string RetryCaisse = nameof(RetryCaisse);

    [Function(nameof(SendOrchestrator))]
    public static async Task<SendStatus> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, SendInput input)
    {
        context.SetCustomStatus(input.Shown);
        var review = await context.CallActivityAsync<SendReview>(
            nameof(ReviewSend), new ReviewInput(input.Send, context.CurrentUtcDateTime, input.Shown?.Phase), Retries.OfActivity);
        return review.Phase switch
        {
            SendPhase.Ready => await LaunchAsync(context, input.Send, review),
            SendPhase.Over => await ReportAsync(context, SendStatus.Before(input.Send, review), isFinal: true),
            _ => await WaitAsync(context, input, review),
        };
    }

    /// <summary>
    /// Its evening has not come, or the content as it stands has no visa. Each look at the records begins a new history: a send may wait for a year.
    /// </summary>
    private static async Task<SendStatus> WaitAsync(TaskOrchestrationContext context, SendInput input, SendReview review)
    {
        var status = SendStatus.Before(input.Send, review);
        context.SetCustomStatus(status);
        await context.WaitForChangeAsync(review.Until);
        context.ContinueAsNew(input with { Shown = status });
        return status;
    }

    private static async Task<SendStatus> LaunchAsync(TaskOrchestrationContext context, SendKey send, SendReview review)
    {
        var audience = await context.CallActivityAsync<PinnedAudience>(nameof(PinAudience), send, Retries.OfActivity);
        var run = new SendRun(context, send, audience, review.Threshold);
        var sent = await DeliverAsync(context, run, review.ClosesAt.UtcDateTime);
        return await ReportAsync(context, sent, isFinal: true);
    }

    /// <summary>Until every caisse is done and the time of late receipts is over.</summary>
    private static async Task<SendStatus> DeliverAsync(TaskOrchestrationContext context, SendRun run, DateTime closeAt)
    {
        while (run.IsGoingOn || context.CurrentUtcDateTime < closeAt)
        {
            context.SetCustomStatus(run.Status);
            await run.NextAsync(run.IsGoingOn ? null : closeAt);
            if (!run.IsGoingOn && context.CurrentUtcDateTime < closeAt)
                await ReportAsync(context, run.Status, isFinal: false);
        }

        return run.Status;
    }

    private static async Task<SendStatus> ReportAsync(TaskOrchestrationContext context, SendStatus status, bool isFinal)
    {
        var reported = await context.CallActivityAsync<SendStatus>(
            nameof(ReportSend), new ReportInput(status, isFinal), Retries.OfActivity);
        context.SetCustomStatus(reported);
        return reported;
    }
}
