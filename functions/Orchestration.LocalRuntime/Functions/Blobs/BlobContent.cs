using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>The forms in which a function can take a blob.</summary>
internal static class BlobContent
{
    public const string Types = "BlobClient, BlockBlobClient, Stream, byte[], string or BinaryData";

    /// <summary>How to read a blob as a type; null when it cannot be.</summary>
    public static Func<BlobContainerClient, string, CancellationToken, Task<object?>>? Reader(Type type)
    {
        if (type == typeof(BlobClient))
            return (container, name, _) => Task.FromResult<object?>(container.GetBlobClient(name));
        if (type == typeof(BlockBlobClient))
            return (container, name, _) => Task.FromResult<object?>(container.GetBlockBlobClient(name));
        if (type == typeof(Stream))
        {
            return async (container, name, cancellation) =>
                await container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        }

        if (type == typeof(BinaryData))
            return async (container, name, cancellation) => await DownloadAsync(container, name, cancellation);
        if (type == typeof(string))
            return async (container, name, cancellation) => (await DownloadAsync(container, name, cancellation)).ToString();
        if (type == typeof(byte[]))
            return async (container, name, cancellation) => (await DownloadAsync(container, name, cancellation)).ToArray();
        return null;
    }

    private static async Task<BinaryData> DownloadAsync(BlobContainerClient container, string name, CancellationToken cancellation) =>
        (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
}
