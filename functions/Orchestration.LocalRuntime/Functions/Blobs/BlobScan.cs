using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>
/// Lists the blobs that match a pattern, and as few others as it can: what is literal becomes the prefix, a placeholder between
/// slashes becomes a listing of folders.
/// </summary>
internal sealed class BlobScan(BlobContainerClient container, BlobPattern pattern)
{
    /// <summary>Nothing when the container is not there yet.</summary>
    public async IAsyncEnumerable<FoundBlob> FindAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = ListAsync("", 0, cancellation).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(items))
        {
            var item = items.Current;
            if (pattern.TryMatch(item.Name, out var values))
                yield return new FoundBlob(container, item.Name, Tag(item), $"{item.Properties.BlobType}Blob", values);
        }
    }

    private async IAsyncEnumerable<BlobItem> ListAsync(string prefix, int index, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = pattern.Segments.Count - 1;
        for (; index < last && pattern.Segments[index].IsLiteral; index++)
            prefix += pattern.Segments[index].Literal + "/";
        var segment = pattern.Segments[index];
        if (index == last)
        {
            await foreach (var item in container.GetBlobsAsync(prefix: prefix + segment.Literal, cancellationToken: cancellation))
                yield return item;
            yield break;
        }

        var folders = container.GetBlobsByHierarchyAsync(delimiter: "/", prefix: prefix + segment.Literal, cancellationToken: cancellation);
        await foreach (var folder in folders)
        {
            if (!folder.IsPrefix || !segment.Matches(folder.Prefix[prefix.Length..^1]))
                continue;
            await foreach (var item in ListAsync(folder.Prefix, index + 1, cancellation))
                yield return item;
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<BlobItem> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private static string Tag(BlobItem item) => item.Properties.ETag.GetValueOrDefault().ToString().Trim('"');
}

/// <summary>A blob that matches the pattern of a trigger.</summary>
/// <param name="Container">Where it is.</param>
/// <param name="Name">Without the container.</param>
/// <param name="ETag">Its version, without quotes.</param>
/// <param name="BlobType"><c>BlockBlob</c>, <c>PageBlob</c> or <c>AppendBlob</c>.</param>
/// <param name="Values">What the placeholders took.</param>
internal sealed record FoundBlob(
    BlobContainerClient Container, string Name, string ETag, string BlobType, IReadOnlyDictionary<string, object?> Values);
