using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>Delivers a lot announced on Service Bus, and tells the orchestration that looks after it.</summary>
public sealed class DeliverLotFromServiceBus(LotDelivery delivery)
{
    [Function(nameof(DeliverLotFromServiceBus))]
    public async Task RunAsync(
        [ServiceBusTrigger(StorageDeliveryQueue.Name, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var lot = JsonSerializer.Deserialize<LotReady>(message.Body, Json.Options)
            ?? throw new JsonException("The announcement of a lot is null.");
        var settlement = await delivery.DeliverAsync(lot, cancellation);
        await client.TellAsync(lot.LotId.Owner, CaisseSignals.LotSettled, settlement, cancellation);
    }
}
