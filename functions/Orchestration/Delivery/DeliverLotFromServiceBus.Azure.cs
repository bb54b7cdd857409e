using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery.Adapters;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>Delivers a lot announced on Service Bus, and tells the orchestration that looks after it.</summary>
public sealed class DeliverLotFromServiceBus(LotDelivery delivery, ServiceBusDeliveryQueue queue, ILogger<DeliverLotFromServiceBus> logger)
{
    [Function(nameof(DeliverLotFromServiceBus))]
    public async Task RunAsync(
        [ServiceBusTrigger(StorageDeliveryQueue.Name, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var lot = JsonSerializer.Deserialize<LotReady>(message.Body, Json.Options)
            ?? throw new JsonException("The announcement of a lot is null.");
        try
        {
            var settlement = await delivery.DeliverAsync(lot, cancellation);
            await client.TellAsync(lot.LotId.Owner, CaisseSignals.LotSettled, settlement, cancellation);
        }
        catch (Exception error) when (error is LotBusyException or TransientDeliveryException)
        {
            // Service Bus gives back at once what a function refuses: its ten attempts would not last as long as a lease.
            await queue.AnnounceLaterAsync(lot, cancellation);
            logger.LotPutBack(lot.LotId.ToString(), error.Message);
        }
    }
}
