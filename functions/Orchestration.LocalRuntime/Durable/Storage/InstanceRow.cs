using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.Execution;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>What the store knows of an instance, but for its payloads and history.</summary>
internal sealed record InstanceRow(
    long Key,
    string InstanceId,
    string Name,
    string Version,
    OrchestrationRuntimeStatus Status,
    int Generation,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    ParentLink? Parent)
{
    public bool IsFinished => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public OrchestrationIdentity Identity => new(InstanceId, Name, Version, Generation, Parent);
}
