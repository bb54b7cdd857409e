namespace Microsoft.DurableTask.Internal;

/// <summary>Schedules orchestrations.</summary>
public interface IOrchestrationSubmitter
{
    /// <inheritdoc cref="Client.DurableTaskClient.ScheduleNewOrchestrationInstanceAsync(TaskName, object, StartOrchestrationOptions, CancellationToken)"/>
    Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default);
}
