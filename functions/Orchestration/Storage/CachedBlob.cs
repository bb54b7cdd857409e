using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Orchestration.Storage;

/// <summary>
/// A document that is read often and changes seldom: each read asks the store, which answers briefly when nothing has changed, so that what is read
/// is never stale. Reads that are asked for at once share a request that begins afterwards.
/// </summary>
public sealed class CachedBlob<T>
    where T : class
{
    private readonly BlobClient _blob;
    private readonly Func<BinaryData, T> _parse;
    private readonly SharedRead<T?> _reads;
    private volatile Versioned<T>? _last;

    public CachedBlob(BlobContainerClient container, string path, Func<BinaryData, T> parse)
    {
        (_blob, _parse) = (container.GetBlobClient(path), parse);
        _reads = new SharedRead<T?>(AskAsync);
    }

    /// <returns>Null when there is no such document.</returns>
    public Task<T?> TryReadAsync(CancellationToken cancellation) => _reads.ReadAsync(cancellation);

    /// <exception cref="MissingBlobException">There is no such document.</exception>
    public async Task<T> ReadAsync(CancellationToken cancellation) =>
        await TryReadAsync(cancellation) ?? throw new MissingBlobException($"{_blob.BlobContainerName}/{_blob.Name}");

    private async Task<T?> AskAsync(CancellationToken cancellation)
    {
        var last = _last;
        var unlessUnchanged = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = last?.ETag } };
        try
        {
            var response = await _blob.DownloadContentAsync(unlessUnchanged, cancellation);
            if (response.GetRawResponse().Status == 304)
                return last!.Value;
            var read = new Versioned<T>(_parse(response.Value.Content), response.Value.Details.ETag);
            _last = read;
            return read.Value;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }
}
