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
        var review = await WaitForItsTimeAsync(context, input.Send);
        if (review.Phase == SendPhase.Over)
            return await ReportAsync(context, SendStatus.Before(input.Send, review), isFinal: true);

        var audience = await context.CallActivityAsync<PinnedAudience>(nameof(PinAudience), input.Send, Retries.OfActivity);
        var run = new SendRun(context, input.Send, audience, review.Threshold);
        var sent = await DeliverAsync(context, run, review.ClosesAt.UtcDateTime);
        return await ReportAsync(context, sent, isFinal: true);
    }

    /// <summary>Until the evening before the first slot, with a visa on the content as it stands then.</summary>
    private static async Task<SendReview> WaitForItsTimeAsync(TaskOrchestrationContext context, SendKey send)
    {
        while (true)
        {
            var review = await context.CallActivityAsync<SendReview>(
                nameof(ReviewSend), new ReviewInput(send, context.CurrentUtcDateTime), Retries.OfActivity);
            if (review.Phase is SendPhase.Ready or SendPhase.Over)
                return review;
            context.SetCustomStatus(SendStatus.Before(send, review));
            await context.WaitForChangeAsync(review.Until);
        }
    }

    /// <summary>Until every caisse is done and the time of late receipts is over.</summary>
    private static async Task<SendStatus> DeliverAsync(TaskOrchestrationContext context, SendRun run, DateTime closeAt)
    {
        while (run.IsGoingOn || context.CurrentUtcDateTime < closeAt)
        {
            context.SetCustomStatus(run.Status);
            await run.NextAsync(run.IsGoingOn ? null : closeAt);
            if (!run.IsGoingOn)
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
