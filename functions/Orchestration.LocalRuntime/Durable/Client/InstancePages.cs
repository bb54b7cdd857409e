using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>The answer to a query, page by page.</summary>
internal sealed class InstancePages(MetadataReader metadata, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        ReadAsync(continuationToken ?? query.ContinuationToken, pageSizeHint ?? query.PageSize);

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> ReadAsync(
        string? continuationToken, int pageSize, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        do
        {
            var token = continuationToken;
            var page = await Task.Run(() => metadata.Query(query, pageSize, token), cancellation);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
