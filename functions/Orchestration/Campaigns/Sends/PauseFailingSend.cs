using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;

namespace Orchestration.Campaigns.Sends;

/// <summary>A send that fails beyond the threshold, and by how much.</summary>
public sealed record FailingSend(SendKey Send, DeliveryCounts Counts);

/// <summary>Pauses a send that fails too often, until a person resumes or cancels it.</summary>
public sealed class PauseFailingSend(ControlStore control)
{
    [Function(nameof(PauseFailingSend))]
    public Task RunAsync([ActivityTrigger] FailingSend input, CancellationToken cancellation) =>
        control.PauseByThresholdAsync(input.Send, input.Counts, cancellation);
}
