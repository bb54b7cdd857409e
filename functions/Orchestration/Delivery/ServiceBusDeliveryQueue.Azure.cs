using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>Announces on Service Bus. Duplicate detection by lot spares work; correctness does not rest on it.</summary>
public sealed class ServiceBusDeliveryQueue(ServiceBusClient client) : IDeliveryQueue
{
    private readonly ServiceBusSender _sender = client.CreateSender(StorageDeliveryQueue.Name);

    public Task AnnounceAsync(LotReady lot, CancellationToken cancellation) =>
        _sender.SendMessageAsync(
            new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(lot, Json.Options)) { ContentType = "application/json", Subject = lot.Channel.ToString() },
            cancellation);
}
