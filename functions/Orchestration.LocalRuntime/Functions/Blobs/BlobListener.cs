using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Polling;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>Runs a function for each new or changed blob; after a number of failed attempts that version is given up.</summary>
internal sealed class BlobListener : PollingListener
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private readonly BlobFunctionTrigger _trigger;
    private readonly BlobReceipts _receipts;
    private readonly BlobSettings _settings;
    private readonly BlobScan _scan;
    private readonly RetrySchedule _schedule;
    private readonly SemaphoreSlim _slots;

    public BlobListener(IndexedFunction function, BlobReceipts receipts, ListenerServices services)
        : base(function, services, Paces(services.Options.Polling))
    {
        _receipts = receipts;
        _trigger = (BlobFunctionTrigger)function.Trigger;
        _settings = services.Settings.Blobs;
        _scan = new BlobScan(services.Connections.Blobs(_trigger.Connection).GetBlobContainerClient(_trigger.Container), _trigger.Pattern);
        _schedule = new RetrySchedule(services.Options.SystemTime);
        _slots = new SemaphoreSlim(_settings.MaxDegreeOfParallelism);
    }

    public override string Name => $"blobs of {Function.Name}";

    public override void Dispose()
    {
        base.Dispose();
        _slots.Dispose();
    }

    protected override async Task<bool> IsWorkWaitingAsync(CancellationToken cancellation)
    {
        await foreach (var blob in _scan.FindAsync(cancellation))
        {
            if (IsPending(blob))
                return true;
        }

        return false;
    }

    protected override async Task<bool> LookAsync(CancellationToken stopping)
    {
        var found = false;
        await foreach (var blob in _scan.FindAsync(stopping))
        {
            if (!IsPending(blob) || !_schedule.IsDue(blob.Name))
                continue;
            found = true;
            await _slots.WaitAsync(stopping);
            BeginProcessing(blob);
        }

        return found;
    }

    private static PollingPaces Paces(PollingOptions polling) => new(polling.Shortest, polling.Shortest, polling.LongestForBlobs);

    private bool IsPending(FoundBlob blob) => _receipts.Of(Function.Name, blob).Outcome == BlobOutcome.Pending;

    private void BeginProcessing(FoundBlob blob)
    {
        _schedule.Hold(blob.Name);
        Begin(async () =>
        {
            if (await TryProcessAsync(blob) is { } pause)
                _schedule.DueIn(blob.Name, pause);
            else
                _schedule.Release(blob.Name);
            _slots.Release();
        });
    }

    /// <returns>After a failure, the pause before the next attempt.</returns>
    private async Task<TimeSpan?> TryProcessAsync(FoundBlob blob)
    {
        var receipt = _receipts.Of(Function.Name, blob);
        try
        {
            if (receipt.Attempts < _settings.PoisonBlobThreshold)
                await RunAsync(blob, receipt);
            else
                await GiveUpAsync(blob, receipt);
            return null;
        }
        catch (OperationCanceledException) when (Running.Cancelled.IsCancellationRequested)
        {
            // The host stopped it, which is no failure of the blob.
            _receipts.Write(Function.Name, blob, receipt);
            return null;
        }
        catch (Exception error)
        {
            var attempt = receipt.Attempts + 1;
            Logger.LogError(error, "{Function} failed on {Blob}, attempt {Attempt}", Function.Name, blob.Name, attempt);
            return attempt == _settings.PoisonBlobThreshold ? null : Services.Options.Polling.BlobRetryDelay * Math.Pow(2, receipt.Attempts);
        }
    }

    private async Task RunAsync(FoundBlob blob, BlobReceipt receipt)
    {
        // Counted before it runs: a blob that kills the process is given up too.
        receipt = receipt with { Attempts = receipt.Attempts + 1 };
        _receipts.Write(Function.Name, blob, receipt);
        await Services.Invoker.RunAsync(Function, blob, blob.Values, services: null, Running.Cancelled);
        _receipts.Write(Function.Name, blob, receipt with { Outcome = BlobOutcome.Done });
    }

    private async Task GiveUpAsync(FoundBlob blob, BlobReceipt receipt)
    {
        // As on Azure: the account of the blob, or that of the host when the blob's has no queues.
        var connections = Services.Connections;
        var connection = connections.Problem(_trigger.Connection, "queue") is null ? _trigger.Connection : StorageConnections.Default;
        var queue = connections.Queues(connection).GetQueueClient(PoisonBlobMessage.Queue);
        await queue.CreateIfNotExistsAsync();
        var message = new PoisonBlobMessage(
            $"{Services.Application}.Functions.{Function.Name}", blob.BlobType, blob.Container.Name, blob.Name, blob.ETag);
        await queue.SendMessageAsync(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(message)), timeToLive: Never);
        _receipts.Write(Function.Name, blob, receipt with { Outcome = BlobOutcome.Poisoned });
        Logger.LogWarning("{Function} gives up {Blob}: a message is on queue {Queue}", Function.Name, blob.Name, queue.Name);
    }
}
