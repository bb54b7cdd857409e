using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>
/// The progress of one lot, held under a lease so that one worker at a time delivers it. What is appended counts: it is read back by whoever
/// takes over after a crash.
/// </summary>
public sealed class LotProgress : IAsyncDisposable
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(15);

    private readonly AppendBlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly TimeProvider _time;
    private long _renewed;

    private LotProgress(AppendBlobClient blob, BlobLeaseClient lease, TimeProvider time)
    {
        _blob = blob;
        _lease = lease;
        _time = time;
        _renewed = time.GetTimestamp();
    }

    public OutcomeLedger Outcomes { get; } = new();

    /// <param name="containers">Where progress is kept.</param>
    /// <param name="lot">Which lot.</param>
    /// <param name="worker">Whoever comes back under the same id takes its own lease up again at once.</param>
    /// <param name="systemTime">Measures the age of the lease.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LotBusyException">Another worker has the lot; it can be tried again later.</exception>
    public static async Task<LotProgress> OpenAsync(
        Containers containers, LotId lot, WorkerId worker, TimeProvider systemTime, CancellationToken cancellation)
    {
        var blob = containers.Progress.GetAppendBlobClient(lot.ProgressPath);
        var created = await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var lease = blob.GetBlobLeaseClient(worker.Value);
        BlobLease acquired;
        try
        {
            acquired = await lease.AcquireAsync(LeaseTime, cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            throw new LotBusyException(lot);
        }

        var progress = new LotProgress(blob, lease, systemTime);
        // Between the creation and the lease, another worker may have come and gone.
        if (created?.Value.ETag != acquired.ETag)
            await progress.Outcomes.ReadAsync(containers.Progress, lot.ProgressPath, cancellation);
        return progress;
    }

    /// <summary>Records outcomes in one write, and keeps the lease alive.</summary>
    public async Task AppendAsync(IReadOnlyCollection<MessageOutcome> outcomes, CancellationToken cancellation)
    {
        if (outcomes.Count == 0)
            return;
        await KeepAsync(cancellation);
        using var lines = new MemoryStream();
        foreach (var outcome in outcomes)
        {
            JsonSerializer.Serialize(lines, outcome, Json.Options);
            lines.WriteByte((byte)'\n');
        }

        lines.Position = 0;
        var held = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { LeaseId = _lease.LeaseId } };
        await _blob.AppendBlockAsync(lines, held, cancellation);
        foreach (var outcome in outcomes)
            Outcomes.Record(outcome);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            // The lease had run out; it is no longer ours to give back.
        }
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (_time.GetElapsedTime(_renewed) < RenewAfter)
            return;
        await _lease.RenewAsync(cancellationToken: cancellation);
        _renewed = _time.GetTimestamp();
    }
}
