using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Functions.Queues;

/// <summary>Keeps a received message invisible to others while its function runs, however long that takes.</summary>
internal sealed class MessageLease : IDisposable
{
    private readonly QueueClient _queue;
    private readonly string _messageId;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private string _popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan lease, TimeProvider time, ILogger logger)
    {
        (_queue, _messageId, _popReceipt) = (queue, message.MessageId, message.PopReceipt);
        _renewing = RenewAsync(lease, time, logger);
    }

    /// <summary>The message was dealt with.</summary>
    public async Task DeleteAsync()
    {
        await EndAsync();
        await IgnoringLossAsync(() => _queue.DeleteMessageAsync(_messageId, _popReceipt));
    }

    /// <summary>Somebody may try again after <paramref name="pause"/>.</summary>
    public async Task ReleaseAsync(TimeSpan pause)
    {
        await EndAsync();
        await IgnoringLossAsync(() => _queue.UpdateMessageAsync(_messageId, _popReceipt, visibilityTimeout: pause));
    }

    public void Dispose() => _ended.Dispose();

    private async Task EndAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync(TimeSpan lease, TimeProvider time, ILogger logger)
    {
        // At a third, so that one lost renewal does no harm.
        var pause = Task.Delay(lease / 3, time, _ended.Token);
        while (await IsOverAsync(pause))
        {
            try
            {
                // Not cancelled half way: the new receipt would be lost.
                _popReceipt = (await _queue.UpdateMessageAsync(_messageId, _popReceipt, visibilityTimeout: lease)).Value.PopReceipt;
            }
            catch (Exception error) when (error is RequestFailedException or AggregateException)
            {
                // An aggregate: every retry of the client failed.
                logger.LogWarning(error, "The lease on message {Message} was not renewed", _messageId);
            }

            pause = Task.Delay(lease / 3, time, _ended.Token);
        }
    }

    private static async Task<bool> IsOverAsync(Task pause)
    {
        await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return pause.IsCompletedSuccessfully;
    }

    /// <summary>Who lost the message (deleted, or taken by another after a stall) has nothing left to do with it.</summary>
    private static async Task IgnoringLossAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RequestFailedException lost) when (
            lost.ErrorCode == QueueErrorCode.MessageNotFound
            || lost.ErrorCode == QueueErrorCode.PopReceiptMismatch
            || lost.ErrorCode == QueueErrorCode.QueueNotFound)
        {
        }
    }
}
