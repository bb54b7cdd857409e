using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Polling;

namespace Orchestration.LocalRuntime.Functions.Queues;

/// <summary>Runs a function for each message of a queue; a message that keeps failing goes to the poison queue.</summary>
internal sealed class QueueListener : PollingListener
{
    private readonly QueueSettings _settings;
    private readonly QueueClient _queue;
    private readonly PoisonQueue _poison;

    public QueueListener(IndexedFunction function, ListenerServices services)
        : base(function, services, Paces(services))
    {
        _settings = services.Settings.Queues;
        var trigger = (QueueFunctionTrigger)function.Trigger;
        var queues = services.Connections.Queues(trigger.Connection);
        _queue = queues.GetQueueClient(trigger.Queue);
        _poison = new PoisonQueue(queues.GetQueueClient($"{trigger.Queue}-poison"));
    }

    public override string Name => $"queue {_queue.Name}";

    private TimeSpan LeaseTime => Services.Options.Polling.QueueLease;

    /// <summary>The approximate count holds the invisible messages too.</summary>
    protected override async Task<bool> IsWorkWaitingAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount > 0;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return false;
        }
    }

    protected override async Task<bool> LookAsync(CancellationToken stopping)
    {
        await Running.WaitUntilAtMostAsync(_settings.NewBatchThreshold, stopping);
        QueueMessage[] batch;
        try
        {
            // Not cancelled half way: messages that nobody got would stay invisible for the whole lease.
            batch = await _queue.ReceiveMessagesAsync(_settings.BatchSize, LeaseTime, CancellationToken.None);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return false;
        }

        foreach (var message in batch)
            BeginProcessing(message);
        return batch.Length > 0;
    }

    private static PollingPaces Paces(ListenerServices services) =>
        new(TimeSpan.Zero, services.Options.Polling.Shortest, services.Settings.Queues.MaxPollingInterval);

    private void BeginProcessing(QueueMessage message)
    {
        var lease = new MessageLease(_queue, message, LeaseTime, Services.Options.SystemTime, Logger);
        Begin(async () =>
        {
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
            Logger.LogError(error, "The storage failed on message {Message} of {Queue}", message.MessageId, _queue.Name);
        }
    }

    private async Task<MessageOutcome> RunAsync(QueueMessage message)
    {
        // A message that kills the process never reaches the catch below.
        if (message.DequeueCount > _settings.MaxDequeueCount || Decode(message) is not { } decoded)
            return MessageOutcome.Poison;
        try
        {
            await Services.Invoker.RunAsync(Function, decoded, QueueMessages.Values(decoded), services: null, Running.Cancelled);
            return MessageOutcome.Done;
        }
        catch (OperationCanceledException) when (Running.Cancelled.IsCancellationRequested)
        {
            return MessageOutcome.Stopped;
        }
        catch (Exception error)
        {
            Logger.LogError(
                error, "{Function} failed on message {Message}, attempt {Attempt} of {Most}",
                Function.Name, message.MessageId, message.DequeueCount, _settings.MaxDequeueCount);
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
            Logger.LogError(error, "Message {Message} of {Queue} is not Base64", message.MessageId, _queue.Name);
            return null;
        }
    }

    private async Task GiveUpAsync(QueueMessage message, MessageLease lease)
    {
        await _poison.AddAsync(message.MessageText);
        await lease.DeleteAsync();
        Logger.LogWarning("Message {Message} of {Queue} goes to {Poison}", message.MessageId, _queue.Name, _poison.Name);
    }

    private enum MessageOutcome
    {
        Done,
        Retry,
        Stopped,
        Poison,
    }
}
