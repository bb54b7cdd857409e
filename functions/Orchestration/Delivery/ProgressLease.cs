using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Orchestration.Delivery;

/// <summary>The lease on the progress of a lot that somebody began before.</summary>
internal sealed class ProgressLease
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(15);

    private readonly BlobLeaseClient _lease;
    private readonly TimeProvider _time;
    private long _renewed;

    private ProgressLease(BlobLeaseClient lease, TimeProvider time) => (_lease, _time, _renewed) = (lease, time, time.GetTimestamp());

    public string Id => _lease.LeaseId;

    /// <exception cref="LotBusyException">Another worker has it.</exception>
    public static async Task<ProgressLease> AcquireAsync(
        AppendBlobClient blob, LotId lot, WorkerId worker, TimeProvider systemTime, CancellationToken cancellation)
    {
        var lease = blob.GetBlobLeaseClient(worker.Value);
        try
        {
            await lease.AcquireAsync(LeaseTime, cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            throw new LotBusyException(lot);
        }

        return new ProgressLease(lease, systemTime);
    }

    public async Task KeepAsync(CancellationToken cancellation)
    {
        if (_time.GetElapsedTime(_renewed) < RenewAfter)
            return;
        await _lease.RenewAsync(cancellationToken: cancellation);
        _renewed = _time.GetTimestamp();
    }

    public async Task ReleaseAsync()
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
}
