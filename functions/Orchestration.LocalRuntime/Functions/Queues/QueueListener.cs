using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Polling;

namespace Orchestration.LocalRuntime.Functions.Queues;

/// <summary>Runs a function for each message of a queue; a message that keeps failing goes to the poison queue.</summary>
internal sealed class QueueListener : ITriggerListener
{
    private readonly IndexedFunction _function;
    private readonly ListenerServices _services;
    private readonly QueueSettings _settings;
    private readonly TimeSpan _leaseTime;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly QueueClient _queue;
    private readonly PoisonQueue _poison;
    private readonly PollingLoop _loop;
    private readonly WorkCounter _work = new();
    private readonly RunningTasks _running;

    public QueueListener(IndexedFunction function, ListenerServices services)
    {
        (_function, _services, _settings) = (function, services, services.Settings.Queues);
        (_leaseTime, _time) = (services.Options.Polling.QueueLease, services.Options.SystemTime);
        _logger = services.LoggerOf(function);
        _running = new RunningTasks(_time);
        var trigger = (QueueFunctionTrigger)function.Trigger;
        var queues = services.Connections.Queues(trigger.Connection);
        _queue = queues.GetQueueClient(trigger.Queue);
        _poison = new PoisonQueue(queues.GetQueueClient($"{trigger.Queue}-poison"));
        var paces = new PollingPaces(TimeSpan.Zero, services.Options.Polling.Shortest, _settings.MaxPollingInterval);
        _loop = new PollingLoop(LookAsync, paces, _time, _logger);
    }

    public string Name => $"queue {_queue.Name}";

    public long Epoch => _work.Epoch;

    public bool IsBusy => _work.IsBusy;

    public void Start() => _loop.Start();

    public void Dispose()
    {
        _loop.Dispose();
        _running.Dispose();
    }

    public async Task StopAsync(CancellationToken deadline)
    {
        await _loop.StopAsync();
        if (!await _running.DrainAsync(deadline))
            _logger.LogWarning("{Function} ignores that the host stops", _function.Name);
    }

    /// <summary>The approximate count holds the invisible messages too.</summary>
    public async Task<bool> HasWaitingWorkAsync(CancellationToken cancellation)
    {
        try
        {
            if ((await _queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount == 0)
                return false;
            _loop.Wake();
            return true;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return false;
        }
    }

    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        await _running.WaitUntilAtMostAsync(_settings.NewBatchThreshold, stopping);
        QueueMessage[] batch;
        try
        {
            // Not cancelled half way: messages that nobody got would stay invisible for the whole lease.
            batch = await _queue.ReceiveMessagesAsync(_settings.BatchSize, _leaseTime, CancellationToken.None);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return false;
        }

        foreach (var message in batch)
            Begin(message);
        return batch.Length > 0;
    }

    private void Begin(QueueMessage message)
    {
        var work = _work.Begin();
        var lease = new MessageLease(_queue, message, _leaseTime, _time, _logger);
        _running.Add(async () =>
        {
            using (work)
            using (lease)
                await ProcessAsync(message, lease);
        });
    }

    private async Task ProcessAsync(QueueMessage message, MessageLease lease)
    {
        try
        {
            await (await RunAsync(message) switch
            {
                MessageOutcome.Done => lease.DeleteAsync(),
                MessageOutcome.Retry => lease.ReleaseAsync(_settings.VisibilityTimeout),
                MessageOutcome.Stopped => lease.ReleaseAsync(TimeSpan.Zero),
                _ => GiveUpAsync(message, lease),
            });
        }
        catch (Exception error)
        {
            // Its lease ends by itself, and the message comes again.
            _logger.LogError(error, "The storage failed on message {Message} of {Queue}", message.MessageId, _queue.Name);
        }
    }

    private async Task<MessageOutcome> RunAsync(QueueMessage message)
    {
        // A message that kills the process never reaches the catch below.
        if (message.DequeueCount > _settings.MaxDequeueCount || Decode(message) is not { } decoded)
            return MessageOutcome.Poison;
        try
        {
            await _services.Invoker.RunAsync(_function, decoded, QueueMessages.Values(decoded), services: null, _running.Cancelled);
            return MessageOutcome.Done;
        }
        catch (OperationCanceledException) when (_running.Cancelled.IsCancellationRequested)
        {
            return MessageOutcome.Stopped;
        }
        catch (Exception error)
        {
            _logger.LogError(
                error, "{Function} failed on message {Message}, attempt {Attempt} of {Most}",
                _function.Name, message.MessageId, message.DequeueCount, _settings.MaxDequeueCount);
            return message.DequeueCount >= _settings.MaxDequeueCount ? MessageOutcome.Poison : MessageOutcome.Retry;
        }
    }

    private QueueMessage? Decode(QueueMessage message)
    {
        try
        {
            return _settings.Base64 ? QueueMessages.Decode(message) : message;
        }
        catch (FormatException error)
        {
            _logger.LogError(error, "Message {Message} of {Queue} is not Base64", message.MessageId, _queue.Name);
            return null;
        }
    }

    private async Task GiveUpAsync(QueueMessage message, MessageLease lease)
    {
        await _poison.AddAsync(message.MessageText);
        await lease.DeleteAsync();
        _logger.LogWarning("Message {Message} of {Queue} goes to {Poison}", message.MessageId, _queue.Name, _poison.Name);
    }

    private enum MessageOutcome
    {
        Done,
        Retry,
        Stopped,
        Poison,
    }
}
