using System.Collections.Concurrent;
using System.Collections.Frozen;
using Azure;
using Azure.Storage.Blobs.Models;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>
/// Every plan record, kept by version: a look lists the container, and reads again only what has changed. Looks that are close to one another share one.
/// </summary>
internal sealed class BoardRecords(Containers containers, TimeProvider systemTime) : IDisposable
{
    private const string Suffix = ".json";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 16 };

    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _scopes = new(StringComparer.Ordinal);
    private ConcurrentDictionary<SendKey, (ETag Version, BoardSend Send)> _known = new();
    private IReadOnlyList<BoardSend> _last = [];
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<BoardSend>> ReadAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            var now = systemTime.GetUtcNow();
            if (now - _lookedAt >= Fresh)
            {
                await LookAsync(cancellation);
                _lookedAt = now;
            }

            return _last;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    private async Task LookAsync(CancellationToken cancellation)
    {
        var present = new ConcurrentDictionary<SendKey, (ETag Version, BoardSend Send)>();
        var changed = new List<(SendKey Key, string Name, ETag Version)>();
        await foreach (var blob in containers.Sends.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            if (!blob.Name.EndsWith(Suffix, StringComparison.Ordinal) || !SendKey.TryParse(blob.Name[..^Suffix.Length], out var key))
                continue;
            var version = blob.Properties.ETag ?? default;
            if (_known.TryGetValue(key, out var known) && known.Version == version)
                present[key] = known;
            else
                changed.Add((key, blob.Name, version));
        }

        await Parallel.ForEachAsync(changed, SomeAtOnce, async (one, _) =>
        {
            if (await containers.Sends.TryReadAsync<SendRecord>(one.Name, cancellation) is { Value: var record })
                present[one.Key] = (one.Version, BoardSend.Of(record, ScopeOf(record)));
        });
        _known = present;
        _last = [.. present.Values.Select(one => one.Send)];
    }

    private FrozenSet<string> ScopeOf(SendRecord record) =>
        _scopes.GetOrAdd(string.Join(',', record.Plan.Caisses), _ => record.Plan.Caisses.ToFrozenSet(StringComparer.Ordinal));
}
