using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Orchestration.Storage;

/// <summary>
/// A document that is read often and changes seldom: each read asks the store, which answers briefly when nothing has changed, so that what is read
/// is never stale.
/// </summary>
public sealed class CachedBlob<T>(BlobContainerClient container, string path, Func<BinaryData, T> parse)
    where T : class
{
    private volatile Versioned<T>? _last;

    /// <returns>Null when there is no such document.</returns>
    public async Task<T?> TryReadAsync(CancellationToken cancellation)
    {
        var last = _last;
        var unlessUnchanged = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = last?.ETag } };
        try
        {
            var response = await container.GetBlobClient(path).DownloadContentAsync(unlessUnchanged, cancellation);
            if (response.GetRawResponse().Status == 304)
                return last!.Value;
            var read = new Versioned<T>(parse(response.Value.Content), response.Value.Details.ETag);
            _last = read;
            return read.Value;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <exception cref="MissingBlobException">There is no such document.</exception>
    public async Task<T> ReadAsync(CancellationToken cancellation) =>
        await TryReadAsync(cancellation) ?? throw new MissingBlobException($"{container.Name}/{path}");
}
