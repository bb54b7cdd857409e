using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Orchestration.Storage;

/// <summary>
/// A log of JSON lines that only grows, over append blobs <c>{name}/000001.ndjson</c>, <c>…000002</c>: an append blob takes 50 000 blocks,
/// so a full segment is followed by the next. A reader keeps its place and reads only what came since.
/// </summary>
public sealed class AppendLog<T>(BlobContainerClient container, string name) : IDisposable
{
    /// <summary>A segment with fewer blocks cannot be full: no need to look for the next.</summary>
    private const int BlocksBeforeNext = 49_000;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private int _segment = 1;
    private long _offset;

    /// <summary>Adds records in one block: all of them or none.</summary>
    public async Task AppendAsync(IReadOnlyCollection<T> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
            return;
        var lines = new MemoryStream();
        foreach (var record in records)
        {
            JsonSerializer.Serialize(lines, record, Json.Options);
            lines.WriteByte((byte)'\n');
        }

        for (var segment = Volatile.Read(ref _segment); !await TryAppendAsync(Segment(segment), lines, cancellation); segment++)
        {
        }
    }

    /// <summary>Gives what was added since the last call on this instance to <paramref name="read"/>, in order.</summary>
    public async Task ReadNewAsync(Action<T> read, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            while (await ReadSegmentAsync(read, cancellation) >= BlocksBeforeNext
                && (await Segment(_segment + 1).ExistsAsync(cancellation)).Value)
            {
                // The next one exists, so this one is full and will not change any more.
                await ReadSegmentAsync(read, cancellation);
                _segment++;
                _offset = 0;
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    /// <returns>False when the segment is full.</returns>
    private static async Task<bool> TryAppendAsync(AppendBlobClient segment, MemoryStream lines, CancellationToken cancellation)
    {
        try
        {
            lines.Position = 0;
            await segment.AppendBlockAsync(lines, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            await segment.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return await TryAppendAsync(segment, lines, cancellation);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlockCountExceedsLimit)
        {
            return false;
        }
    }

    /// <returns>How many blocks the segment has.</returns>
    private async Task<int> ReadSegmentAsync(Action<T> read, CancellationToken cancellation)
    {
        var blob = Segment(_segment);
        BlobProperties properties;
        try
        {
            properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return 0;
        }

        if (properties.ContentLength > _offset)
        {
            var range = new HttpRange(_offset, properties.ContentLength - _offset);
            var content = (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = range }, cancellation)).Value.Content;
            foreach (var record in AppendLog.Parse<T>(content))
                read(record);
            _offset = properties.ContentLength;
        }

        return properties.BlobCommittedBlockCount;
    }

    private AppendBlobClient Segment(int number) => container.GetAppendBlobClient(AppendLog.SegmentOf(name, number));
}

/// <summary>How an <see cref="AppendLog{T}"/> is stored.</summary>
internal static class AppendLog
{
    /// <summary>A log that stays short, in its first segment: read whole, each time it has changed.</summary>
    public static CachedBlob<IReadOnlyList<T>> Short<T>(BlobContainerClient container, string name) =>
        new(container, SegmentOf(name, 1), Parse<T>);

    public static string SegmentOf(string name, int number) => $"{name}/{number:000000}.ndjson";

    public static IReadOnlyList<T> Parse<T>(BinaryData segment) =>
        [.. Encoding.UTF8.GetString(segment).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<T>(line, Json.Options)!)];
}
