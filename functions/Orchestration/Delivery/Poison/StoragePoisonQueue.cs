using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Orchestration.Storage;

namespace Orchestration.Delivery.Poison;

/// <summary>What the Functions host gave up of a Storage queue: queue <c>{queue}-poison</c>, which is there since the first such message.</summary>
public sealed class StoragePoisonQueue : IPoisonQueue
{
    private const int Page = 32;
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    /// <summary>Longer than it takes to go through what is there.</summary>
    private static readonly TimeSpan Grip = TimeSpan.FromMinutes(1);

    private readonly QueueClient _main;
    private readonly QueueClient _poison;

    public StoragePoisonQueue(StorageAccounts accounts, string queue)
    {
        // Texts as they stand: one that is not Base64 may be why it was given up.
        var service = accounts.Queues(StorageAccounts.Data, QueueMessageEncoding.None);
        (_main, _poison) = (service.GetQueueClient(queue), service.GetQueueClient($"{queue}-poison"));
    }

    public string Queue => _main.Name;

    public async Task<PoisonView> LookAsync(CancellationToken cancellation)
    {
        try
        {
            var first = (await _poison.PeekMessagesAsync(Page, cancellation)).Value;
            var count = (await _poison.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
            return new PoisonView(
                Math.Max(count, first.Length),
                false,
                [.. first.Select(message => new PoisonedMessage(message.MessageId, BodyOf(message.MessageText), message.InsertedOn ?? default))]);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return PoisonView.Empty;
        }
    }

    public Task<int> ReplayAsync(PoisonChoice choice, CancellationToken cancellation) =>
        HandleAsync(choice, message => _main.SendMessageAsync(message.MessageText, timeToLive: Never, cancellationToken: cancellation), cancellation);

    public Task<int> DiscardAsync(PoisonChoice choice, CancellationToken cancellation) => HandleAsync(choice, _ => Task.CompletedTask, cancellation);

    private async Task<int> HandleAsync(PoisonChoice choice, Func<QueueMessage, Task> handle, CancellationToken cancellation)
    {
        var done = 0;
        var others = new List<QueueMessage>();
        try
        {
            while (done < choice.Most && await TakeAsync(cancellation) is { Length: > 0 } batch)
            {
                others.AddRange(batch.Where(message => !choice.Has(message.MessageId)));
                foreach (var message in batch.Where(message => choice.Has(message.MessageId)))
                {
                    if (done == choice.Most)
                    {
                        others.Add(message);
                        continue;
                    }

                    await handle(message);
                    await _poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
                    done++;
                }
            }
        }
        finally
        {
            foreach (var message in others)
                await _poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: CancellationToken.None);
        }

        return done;
    }

    private async Task<QueueMessage[]> TakeAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _poison.ReceiveMessagesAsync(Page, Grip, cancellation)).Value;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    private static string BodyOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}
