using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>Creates an instance that a client scheduled.</summary>
internal sealed class ScheduleCommit(NewInstance instance, IReadOnlyCollection<OrchestrationRuntimeStatus> dedupeStatuses)
    : ClientCommit<string>
{
    public override void Apply(StoreSession store)
    {
        Result = instance.InstanceId;
        var existing = store.Instances.Find(instance.InstanceId);
        if (existing is not null && dedupeStatuses.Contains(existing.Status))
        {
            Refusal = new OrchestrationAlreadyExistsException(
                $"An orchestration instance with the id '{instance.InstanceId}' already exists; its status is {existing.Status}.");
        }
        else
        {
            store.Create(instance, existing);
        }
    }
}
