using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace Orchestration.Delivery.Poison;

/// <summary>What Service Bus gave up of the delivery queue: its dead-letter sub-queue.</summary>
public sealed class ServiceBusPoisonQueue(ServiceBusClient client) : IPoisonQueue
{
    private const int Page = 100;

    /// <summary>Only a management right could count further.</summary>
    private const int MostCounted = 500;

    private const int Shown = 32;

    /// <summary>Nothing more comes from a sub-queue that stays silent for so long.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    public string Queue => StorageDeliveryQueue.Name;

    public async Task<PoisonView> LookAsync(CancellationToken cancellation)
    {
        await using var receiver = Receiver();
        var seen = new List<ServiceBusReceivedMessage>();
        while (seen.Count < MostCounted)
        {
            var from = seen.Count == 0 ? (long?)null : seen[^1].SequenceNumber + 1;
            var page = await receiver.PeekMessagesAsync(Page, from, cancellation);
            if (page.Count == 0)
                break;
            seen.AddRange(page);
        }

        return new PoisonView(
            seen.Count,
            seen.Count >= MostCounted,
            [.. seen.Take(Shown).Select(message => new PoisonedMessage(IdOf(message), message.Body.ToString(), message.EnqueuedTime))]);
    }

    public async Task<int> ReplayAsync(PoisonChoice choice, CancellationToken cancellation)
    {
        await using var sender = client.CreateSender(Queue);
        return await HandleAsync(choice, message => sender.SendMessageAsync(Again(message), cancellation), cancellation);
    }

    public Task<int> DiscardAsync(PoisonChoice choice, CancellationToken cancellation) => HandleAsync(choice, _ => Task.CompletedTask, cancellation);

    /// <summary>Others are held until the end, or they would come again and again.</summary>
    private async Task<int> HandleAsync(PoisonChoice choice, Func<ServiceBusReceivedMessage, Task> handle, CancellationToken cancellation)
    {
        await using var receiver = Receiver();
        var done = 0;
        var others = new List<ServiceBusReceivedMessage>();
        try
        {
            while (done < choice.Most)
            {
                var batch = await receiver.ReceiveMessagesAsync(Page, Silence, cancellation);
                if (batch.Count == 0)
                    break;
                foreach (var message in batch)
                {
                    if (done == choice.Most || !choice.Has(IdOf(message)))
                    {
                        others.Add(message);
                        continue;
                    }

                    await handle(message);
                    await receiver.CompleteMessageAsync(message, CancellationToken.None);
                    done++;
                }
            }
        }
        finally
        {
            foreach (var message in others)
                await receiver.AbandonMessageAsync(message, cancellationToken: CancellationToken.None);
        }

        return done;
    }

    private ServiceBusReceiver Receiver() =>
        client.CreateReceiver(Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    private static ServiceBusMessage Again(ServiceBusReceivedMessage message) =>
        new(message.Body) { ContentType = message.ContentType, Subject = message.Subject };

    private static string IdOf(ServiceBusReceivedMessage message) => message.SequenceNumber.ToString(CultureInfo.InvariantCulture);
}
