using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What an orchestration says of its send.</summary>
/// <param name="Status">Its custom status; null before it has one.</param>
/// <param name="Failure">Type and message of the error that it fell with; null when it did not fall.</param>
internal sealed record BoardStatus(SendStatus? Status, string? Failure)
{
    public static BoardStatus Unknown { get; } = new(null, null);

    /// <summary>Of an orchestration whose history was cleaned away long after its end, the report still tells how it ended.</summary>
    public static async Task<BoardStatus> ReadAsync(
        DurableTaskClient client, Containers containers, SendKey send, bool started, CancellationToken cancellation)
    {
        var known = Of(await client.GetInstanceAsync(send.Value, getInputsAndOutputs: true, cancellation));
        return known == Unknown && started && await ReportAsync(containers, send, cancellation) is { IsFinal: true } report ? new(report.Status, null) : known;
    }

    /// <returns>Null before there is one.</returns>
    public static async Task<SendReport?> ReportAsync(Containers containers, SendKey send, CancellationToken cancellation) =>
        (await containers.Reports.TryReadAsync<SendReport>($"{send}.json", cancellation))?.Value;

    private static BoardStatus Of(OrchestrationMetadata? instance) => instance switch
    {
        null => Unknown,
        { RuntimeStatus: OrchestrationRuntimeStatus.Failed } => new(instance.ReadCustomStatusAs<SendStatus>(), FailureWords.Of(instance.FailureDetails)),
        { RuntimeStatus: OrchestrationRuntimeStatus.Terminated } => new(instance.ReadCustomStatusAs<SendStatus>(), "interrompu à la main"),
        _ => new(instance.ReadCustomStatusAs<SendStatus>(), null),
    };
}
