using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Orchestration.Delivery;

/// <summary>
/// Who creates the progress of a lot writes its name on it, and has the lot until a minute after its last append. Most lots are delivered by one worker
/// in one go: that takes no request but the creation.
/// </summary>
internal static class ProgressClaim
{
    private const string Worker = "worker";
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    /// <returns>The version of the new blob, or null when there is one already.</returns>
    public static async Task<ETag?> TryCreateAsync(AppendBlobClient blob, WorkerId worker, CancellationToken cancellation)
    {
        var options = new AppendBlobCreateOptions
        {
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [Worker] = worker.Value },
        };
        try
        {
            return (await blob.CreateAsync(options, cancellation)).Value.ETag;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>By the clock of the store, which is the same for all workers.</summary>
    public static async Task<bool> IsHeldByAnotherAsync(AppendBlobClient blob, WorkerId worker, CancellationToken cancellation)
    {
        var found = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        return found.Value.Metadata.TryGetValue(Worker, out var holder)
            && holder != worker.Value
            && found.GetRawResponse().Headers.Date - found.Value.LastModified < Lasts;
    }

    /// <summary>Anybody may go on with the lot at once.</summary>
    public static async Task GiveUpAsync(AppendBlobClient blob, ETag version)
    {
        try
        {
            await blob.SetMetadataAsync(new Dictionary<string, string>(), new BlobRequestConditions { IfMatch = version });
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            // Somebody else has it already.
        }
    }
}
