using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Polling;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>Runs a function for each new or changed blob; after a number of failed attempts that version is given up.</summary>
internal sealed class BlobListener : ITriggerListener
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private readonly IndexedFunction _function;
    private readonly BlobFunctionTrigger _trigger;
    private readonly ListenerServices _services;
    private readonly BlobReceipts _receipts;
    private readonly BlobSettings _settings;
    private readonly PollingOptions _polling;
    private readonly ILogger _logger;
    private readonly BlobScan _scan;
    private readonly RetrySchedule _schedule;
    private readonly SemaphoreSlim _slots;
    private readonly PollingLoop _loop;
    private readonly WorkCounter _work = new();
    private readonly RunningTasks _running;

    public BlobListener(IndexedFunction function, BlobReceipts receipts, ListenerServices services)
    {
        (_function, _receipts, _services) = (function, receipts, services);
        _trigger = (BlobFunctionTrigger)function.Trigger;
        (_settings, _polling) = (services.Settings.Blobs, services.Options.Polling);
        _logger = services.LoggerOf(function);
        _scan = new BlobScan(services.Connections.Blobs(_trigger.Connection).GetBlobContainerClient(_trigger.Container), _trigger.Pattern);
        _running = new RunningTasks(services.Options.SystemTime);
        _schedule = new RetrySchedule(services.Options.SystemTime);
        _slots = new SemaphoreSlim(_settings.MaxDegreeOfParallelism);
        var paces = new PollingPaces(_polling.Shortest, _polling.Shortest, _polling.LongestForBlobs);
        _loop = new PollingLoop(LookAsync, paces, services.Options.SystemTime, _logger);
    }

    public string Name => $"blobs of {_function.Name}";

    public long Epoch => _work.Epoch;

    public bool IsBusy => _work.IsBusy;

    public void Start() => _loop.Start();

    public void Dispose()
    {
        _loop.Dispose();
        _running.Dispose();
        _slots.Dispose();
    }

    public async Task StopAsync(CancellationToken deadline)
    {
        await _loop.StopAsync();
        if (!await _running.DrainAsync(deadline))
            _logger.LogWarning("{Function} ignores that the host stops", _function.Name);
    }

    public async Task<bool> HasWaitingWorkAsync(CancellationToken cancellation)
    {
        await foreach (var blob in _scan.FindAsync(cancellation))
        {
            if (_receipts.Of(_function.Name, blob).Outcome != BlobOutcome.Pending)
                continue;
            _loop.Wake();
            return true;
        }

        return false;
    }

    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        var found = false;
        await foreach (var blob in _scan.FindAsync(stopping))
        {
            if (_receipts.Of(_function.Name, blob).Outcome != BlobOutcome.Pending || !_schedule.IsDue(blob.Name))
                continue;
            found = true;
            await _slots.WaitAsync(stopping);
            Begin(blob);
        }

        return found;
    }

    private void Begin(FoundBlob blob)
    {
        var work = _work.Begin();
        _schedule.Hold(blob.Name);
        _running.Add(async () =>
        {
            using (work)
            {
                if (await TryProcessAsync(blob) is { } pause)
                    _schedule.DueIn(blob.Name, pause);
                else
                    _schedule.Release(blob.Name);
                _slots.Release();
            }
        });
    }

    /// <returns>After a failure, the pause before the next attempt.</returns>
    private async Task<TimeSpan?> TryProcessAsync(FoundBlob blob)
    {
        var receipt = _receipts.Of(_function.Name, blob);
        try
        {
            if (receipt.Attempts < _settings.PoisonBlobThreshold)
                await RunAsync(blob, receipt);
            else
                await GiveUpAsync(blob, receipt);
            return null;
        }
        catch (OperationCanceledException) when (_running.Cancelled.IsCancellationRequested)
        {
            // The host stopped it, which is no failure of the blob.
            _receipts.Write(_function.Name, blob, receipt);
            return null;
        }
        catch (Exception error)
        {
            var attempt = receipt.Attempts + 1;
            _logger.LogError(error, "{Function} failed on {Blob}, attempt {Attempt}", _function.Name, blob.Name, attempt);
            return attempt == _settings.PoisonBlobThreshold ? null : _polling.BlobRetryDelay * Math.Pow(2, receipt.Attempts);
        }
    }

    private async Task RunAsync(FoundBlob blob, BlobReceipt receipt)
    {
        // Counted before it runs: a blob that kills the process is given up too.
        receipt = receipt with { Attempts = receipt.Attempts + 1 };
        _receipts.Write(_function.Name, blob, receipt);
        await _services.Invoker.RunAsync(_function, blob, blob.Values, services: null, _running.Cancelled);
        _receipts.Write(_function.Name, blob, receipt with { Outcome = BlobOutcome.Done });
    }

    private async Task GiveUpAsync(FoundBlob blob, BlobReceipt receipt)
    {
        // As on Azure: the account of the blob, or that of the host when the blob's has no queues.
        var connections = _services.Connections;
        var connection = connections.Problem(_trigger.Connection, "queue") is null ? _trigger.Connection : StorageConnections.Default;
        var queue = connections.Queues(connection).GetQueueClient(PoisonBlobMessage.Queue);
        await queue.CreateIfNotExistsAsync();
        var message = new PoisonBlobMessage(
            $"{_services.Application}.Functions.{_function.Name}", blob.BlobType, blob.Container.Name, blob.Name, blob.ETag);
        await queue.SendMessageAsync(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(message)), timeToLive: Never);
        _receipts.Write(_function.Name, blob, receipt with { Outcome = BlobOutcome.Poisoned });
        _logger.LogWarning("{Function} gives up {Blob}: a message is on queue {Queue}", _function.Name, blob.Name, queue.Name);
    }
}
