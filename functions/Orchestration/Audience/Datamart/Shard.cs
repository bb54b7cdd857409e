using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Orchestration.Storage;

namespace Orchestration.Audience.Datamart;

/// <summary>Opens a shard for one pass; its bytes are checked against the manifest at the end of the pass.</summary>
public sealed class Shard : IDisposable
{
    private const int MostRowsInMemory = 20_000;

    private readonly ShardEntry _entry;
    private readonly SHA256 _hash = SHA256.Create();
    private readonly CryptoStream _stored;

    private Shard(ShardEntry entry, Stream stored)
    {
        _entry = entry;
        _stored = new CryptoStream(stored, _hash, CryptoStreamMode.Read);
        Text = new StreamReader(entry.Name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(_stored, CompressionMode.Decompress) : _stored, Encoding.UTF8);
    }

    public StreamReader Text { get; }

    /// <returns>Null when the blob is missing.</returns>
    public static async Task<Shard?> TryOpenAsync(Containers containers, DateOnly snapshot, ShardEntry entry, CancellationToken cancellation)
    {
        try
        {
            var blob = containers.Datamart.GetBlobClient($"{SnapshotStore.Folder(snapshot)}/{entry.Name}");
            return entry.Rows > MostRowsInMemory
                ? new Shard(entry, (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content)
                : new Shard(entry, await InMemoryAsync(containers, blob, entry, cancellation));
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The bytes of a small shard, which one send after the other reads. They are named by their hash, which is checked each time.</summary>
    private static async Task<Stream> InMemoryAsync(Containers containers, BlobClient blob, ShardEntry entry, CancellationToken cancellation)
    {
        var name = $"{blob.BlobContainerName}/{blob.Name}/{entry.Sha256}";
        if (!containers.Recent.TryGet<BinaryData>(name, out var content))
        {
            content = (await blob.DownloadContentAsync(cancellation)).Value.Content;
            if (Convert.ToHexStringLower(SHA256.HashData(content)).Equals(entry.Sha256, StringComparison.OrdinalIgnoreCase))
                containers.Recent.Keep(name, content, content.ToMemory().Length);
        }

        return content.ToStream();
    }

    /// <summary>Call when every row was read.</summary>
    /// <param name="rows">How many were read.</param>
    /// <exception cref="InvalidDatamartException">The bytes or the rows are not those that the manifest announced.</exception>
    public void VerifyWhole(int rows)
    {
        _stored.CopyTo(Stream.Null);
        if (!_stored.HasFlushedFinalBlock)
            _stored.FlushFinalBlock();
        if (!Convert.ToHexStringLower(_hash.Hash!).Equals(_entry.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new InvalidDatamartException($"Le fichier « {_entry.Name} » n’est pas celui que le manifeste annonce (sha256 différent).");
        if (rows != _entry.Rows)
            throw new InvalidDatamartException($"Le fichier « {_entry.Name} » a {rows} lignes, le manifeste en annonce {_entry.Rows}.");
    }

    public void Dispose()
    {
        Text.Dispose();
        _stored.Dispose();
        _hash.Dispose();
    }
}
