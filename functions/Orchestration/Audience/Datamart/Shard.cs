using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Orchestration.Storage;

namespace Orchestration.Audience.Datamart;

/// <summary>Opens a shard for one pass; its bytes are checked against the manifest at the end of the pass.</summary>
public sealed class Shard : IDisposable
{
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
            return new Shard(entry, (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
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
