using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.Storage.Commits;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>Deletes finished instances, a page of them in each commit.</summary>
internal sealed class Purge(MetadataReader metadata, EngineParts parts)
{
    private const int PageSize = 500;

    private static readonly OrchestrationRuntimeStatus[] Finished =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public async Task<PurgeResult> OneAsync(string instanceId, bool recursive, CancellationToken cancellation) =>
        new(await CommitAsync([instanceId], recursive, refusesUnfinished: true, cancellation), isComplete: true);

    public async Task<PurgeResult> AllAsync(PurgeInstancesFilter filter, bool recursive, CancellationToken cancellation)
    {
        if (filter.Timeout is { } timeout)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, nameof(filter));
        }

        var query = new OrchestrationQuery(
            filter.CreatedFrom, filter.CreatedTo, filter.Statuses is { } statuses ? [.. Finished.Intersect(statuses)] : Finished);
        var begin = parts.Options.SystemTime.GetTimestamp();
        var purged = 0;
        while (true)
        {
            var page = metadata.Query(query, PageSize, null).Values;
            if (page.Count == 0)
            {
                return new PurgeResult(purged, isComplete: true);
            }

            if (filter.Timeout is { } limit && parts.Options.SystemTime.GetElapsedTime(begin) > limit)
            {
                return new PurgeResult(purged, isComplete: false);
            }

            purged += await CommitAsync([.. page.Select(instance => instance.InstanceId)], recursive, refusesUnfinished: false, cancellation);
        }
    }

    private Task<int> CommitAsync(
        IReadOnlyList<string> instanceIds, bool recursive, bool refusesUnfinished, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var commit = new PurgeCommit(instanceIds, recursive, refusesUnfinished);
        parts.Writer.Enqueue(commit);
        return commit.Done.WaitAsync(cancellation);
    }
}
