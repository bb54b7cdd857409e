using System.IO.Compression;
using System.Text.Json;

namespace Orchestration.Storage;

/// <summary>Collects records as gzipped JSON lines, ready to be uploaded.</summary>
public sealed class NdjsonWriter<T> : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly GZipStream _gzip;

    public NdjsonWriter() => _gzip = new GZipStream(_bytes, CompressionLevel.Fastest, leaveOpen: true);

    public int Count { get; private set; }

    public void Add(T record)
    {
        JsonSerializer.Serialize(_gzip, record, Json.Options);
        _gzip.WriteByte((byte)'\n');
        Count++;
    }

    /// <summary>Nothing can be added afterwards.</summary>
    public BinaryData Complete()
    {
        _gzip.Dispose();
        return BinaryData.FromBytes(_bytes.GetBuffer().AsMemory(0, (int)_bytes.Length));
    }

    public void Dispose()
    {
        _gzip.Dispose();
        _bytes.Dispose();
    }
}

/// <summary>Reads gzipped JSON lines.</summary>
public static class Ndjson
{
    public static IEnumerable<T> Read<T>(BinaryData gzipped)
    {
        using var gzip = new GZipStream(gzipped.ToStream(), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        while (text.ReadLine() is { } line)
            yield return JsonSerializer.Deserialize<T>(line, Json.Options)!;
    }
}
