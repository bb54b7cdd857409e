using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>In which statuses an instance keeps a new one of its id from being scheduled.</summary>
internal static class DedupeStatuses
{
    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <exception cref="ArgumentException">A status does not exist, or the statuses contradict each other.</exception>
    public static IReadOnlyCollection<OrchestrationRuntimeStatus> Of(StartOrchestrationOptions? options)
    {
        if (options?.DedupeStatuses is not { } names)
        {
            return Unfinished;
        }

        var statuses = names.Select(Parse).ToHashSet();
        return statuses.Contains(OrchestrationRuntimeStatus.Terminated) && !statuses.IsSupersetOf(Unfinished)
            ? throw new ArgumentException(
                "The de-duplication statuses contradict each other: an unfinished instance would be terminated to make room, and "
                + "a terminated one keeps its place. Add Pending, Running and Suspended, or remove Terminated.",
                nameof(options))
            : statuses;
    }

    private static OrchestrationRuntimeStatus Parse(string name) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            && StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Contains(status)
            ? status
            : throw new ArgumentException(
                $"'{name}' is not a status to de-duplicate by; these are: "
                + string.Join(", ", StartOrchestrationOptionsExtensions.ValidDedupeStatuses) + ".");
}
