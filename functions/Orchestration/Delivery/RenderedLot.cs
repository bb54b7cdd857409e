using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Orchestration.Messages;

namespace Orchestration.Delivery;

/// <summary>The messages of a lot while they are rendered: gzipped JSON lines, and the hash of what they inflate to.</summary>
internal sealed class RenderedLot : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly GZipStream _gzip;
    private readonly SHA256 _hash = SHA256.Create();
    private readonly CryptoStream _lines;

    public RenderedLot()
    {
        _gzip = new GZipStream(_bytes, CompressionLevel.Fastest, leaveOpen: true);
        _lines = new CryptoStream(_gzip, _hash, CryptoStreamMode.Write);
    }

    public int Count { get; private set; }

    public void Add(OutgoingMessage message)
    {
        using (var json = new Utf8JsonWriter(_lines))
            OutgoingMessageJson.Write(json, message);
        _lines.WriteByte((byte)'\n');
        Count++;
    }

    /// <summary>Nothing can be added afterwards.</summary>
    public (BinaryData Content, string Sha256) Complete()
    {
        _lines.FlushFinalBlock();
        _gzip.Dispose();
        return (BinaryData.FromBytes(_bytes.GetBuffer().AsMemory(0, (int)_bytes.Length)), Convert.ToHexStringLower(_hash.Hash!));
    }

    public void Dispose()
    {
        _lines.Dispose();
        _gzip.Dispose();
        _bytes.Dispose();
        _hash.Dispose();
    }
}
