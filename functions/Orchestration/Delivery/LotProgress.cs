using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>
/// The progress of one lot, held by one worker at a time. What is appended counts: it is read back by whoever takes over after a crash.
/// Who creates the blob holds it, as long as its appends follow each other; who comes later takes a lease. An append after somebody else
/// has touched the blob is refused.
/// </summary>
public sealed class LotProgress : IAsyncDisposable
{
    private readonly Containers _containers;
    private readonly LotId _lot;
    private readonly int _count;
    private readonly AppendBlobClient _blob;
    private readonly ProgressLease? _lease;
    private ETag _version;

    private LotProgress(Containers containers, LotId lot, int count, AppendBlobClient blob, ETag version, ProgressLease? lease) =>
        (_containers, _lot, _count, _blob, _version, _lease) = (containers, lot, count, blob, version, lease);

    public OutcomeLedger Outcomes { get; } = new();

    /// <summary>Every message of the lot is settled: there is nothing left to hold.</summary>
    private bool IsWhole => Outcomes.Settled >= _count;

    private string RecentName => NameOf(_containers, _lot);

    /// <param name="containers">Where progress is kept.</param>
    /// <param name="lot">Which lot.</param>
    /// <param name="count">Messages in it.</param>
    /// <param name="worker">Whoever comes back under the same id takes its own lot up again at once.</param>
    /// <param name="systemTime">Measures the age of a lease.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LotBusyException">Another worker has the lot; it can be tried again later.</exception>
    public static async Task<LotProgress> OpenAsync(
        Containers containers, LotId lot, int count, WorkerId worker, TimeProvider systemTime, CancellationToken cancellation)
    {
        var blob = containers.Progress.GetAppendBlobClient(lot.ProgressPath);
        if (await ProgressClaim.TryCreateAsync(blob, worker, cancellation) is { } version)
            return new LotProgress(containers, lot, count, blob, version, null);

        var isHeld = await ProgressClaim.IsHeldByAnotherAsync(blob, worker, cancellation);
        var lease = isHeld ? null : await ProgressLease.AcquireAsync(blob, lot, worker, systemTime, cancellation);
        var progress = new LotProgress(containers, lot, count, blob, default, lease);
        await progress.Outcomes.ReadAsync(containers.Progress, lot.ProgressPath, cancellation);
        return isHeld && !progress.IsWhole ? throw new LotBusyException(lot) : progress;
    }

    /// <summary>What is recorded of a lot; receipts are elsewhere.</summary>
    public static async Task<OutcomeLedger> ReadAsync(Containers containers, LotId lot, CancellationToken cancellation)
    {
        var outcomes = new OutcomeLedger();
        if (containers.Recent.TryGet<OutcomeLedger>(NameOf(containers, lot), out var known))
            outcomes.Record(known);
        else
            await outcomes.ReadAsync(containers.Progress, lot.ProgressPath, cancellation);
        return outcomes;
    }

    /// <summary>Records outcomes in one write, which also keeps the lot.</summary>
    /// <exception cref="RequestFailedException">Somebody else has the lot now.</exception>
    public async Task AppendAsync(IReadOnlyCollection<MessageOutcome> outcomes, CancellationToken cancellation)
    {
        if (outcomes.Count == 0)
            return;
        if (_lease is not null)
            await _lease.KeepAsync(cancellation);
        using var lines = new MemoryStream();
        foreach (var outcome in outcomes)
        {
            JsonSerializer.Serialize(lines, outcome, Json.Options);
            lines.WriteByte((byte)'\n');
        }

        lines.Position = 0;
        var conditions = _lease is null
            ? new AppendBlobRequestConditions { IfMatch = _version }
            : new AppendBlobRequestConditions { LeaseId = _lease.Id };
        var appended = await _blob.AppendBlockAsync(lines, new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellation);
        _version = appended.Value.ETag;
        foreach (var outcome in outcomes)
            Outcomes.Record(outcome);
    }

    public async ValueTask DisposeAsync()
    {
        const int BytesPerOutcome = 200;
        if (IsWhole)
            _containers.Recent.Keep(RecentName, Outcomes, BytesPerOutcome * Outcomes.Total);
        if (_lease is not null)
            await _lease.ReleaseAsync();
        else if (!IsWhole)
            await ProgressClaim.GiveUpAsync(_blob, _version);
    }

    private static string NameOf(Containers containers, LotId lot) => $"{containers.Progress.Name}/{lot.ProgressPath}";
}
