using Azure.Storage.Blobs.Models;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Where a send has gone: caisses whose decisions are committed, in which nothing changes any more.</summary>
public sealed class GoneCaisses(Containers containers)
{
    private const string Index = "/index.json";

    /// <returns>Ids, sorted.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(SendKey send, CancellationToken cancellation)
    {
        var caisses = new List<string>();
        await foreach (var blob in containers.Decisions.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{send}/", cancellation))
        {
            if (blob.Name.EndsWith(Index, StringComparison.Ordinal))
                caisses.Add(blob.Name.Split('/')[1]);
        }

        return [.. caisses.Order(StringComparer.Ordinal)];
    }
}
