using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

public static class HarnessExtensions
{
    /// <summary>Longer than any test takes; a test that hangs fails here.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<string> ScheduleAsync(this IDurableHarness harness, string orchestrator, object? input = null, string? instanceId = null) =>
        harness.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId));

    /// <summary>Runs to completion and reads the output.</summary>
    public static async Task<T?> RunAsync<T>(this IDurableHarness harness, string orchestrator, object? input = null, string? instanceId = null)
    {
        var metadata = await harness.RunAsync(orchestrator, input, instanceId);
        Assert.True(metadata.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{metadata} {metadata.FailureDetails}");
        return metadata.ReadOutputAs<T>();
    }

    public static async Task<OrchestrationMetadata> RunAsync(
        this IDurableHarness harness, string orchestrator, object? input = null, string? instanceId = null) =>
        await harness.CompletionAsync(await harness.ScheduleAsync(orchestrator, input, instanceId));

    public static async Task<OrchestrationMetadata> CompletionAsync(this IDurableHarness harness, string instanceId)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await harness.Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
    }

    public static Task<OrchestrationMetadata> StatusAsync(this IDurableHarness harness, string instanceId, OrchestrationRuntimeStatus status) =>
        harness.UntilAsync(instanceId, metadata => metadata.RuntimeStatus == status);

    /// <summary>Waits for the custom status that an orchestrator sets when it has come to a certain point.</summary>
    public static Task<OrchestrationMetadata> ReachedAsync(this IDurableHarness harness, string instanceId, string customStatus) =>
        harness.UntilAsync(instanceId, metadata => metadata.SerializedCustomStatus == $"\"{customStatus}\"");

    /// <exception cref="OperationCanceledException">It did not come true in time.</exception>
    private static async Task<OrchestrationMetadata> UntilAsync(
        this IDurableHarness harness, string instanceId, Func<OrchestrationMetadata, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await harness.Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, patience.Token) is { } metadata && condition(metadata))
            {
                return metadata;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }
}
