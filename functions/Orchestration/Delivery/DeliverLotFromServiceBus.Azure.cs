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
public sealed class DeliverLotFromServiceBus(
    LotDelivery delivery, ServiceBusDeliveryQueue queue, FailureLedger failures, ILogger<DeliverLotFromServiceBus> logger)
{
    /// <summary>Service Bus gives up a message after so many, unless its queue says otherwise (<c>maxDeliveryCount</c>).</summary>
    private const int LastAttempt = 10;

    [Function(nameof(DeliverLotFromServiceBus))]
    public async Task RunAsync(
        [ServiceBusTrigger(StorageDeliveryQueue.Name, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        try
        {
            await DeliverAsync(message, client, cancellation);
        }
        catch (Exception error) when (message.DeliveryCount >= LastAttempt)
        {
            await failures.RecordAsync(nameof(DeliverLotFromServiceBus), message.MessageId ?? "", message.Body.ToString(), error);
            throw;
        }
    }

    private async Task DeliverAsync(ServiceBusReceivedMessage message, DurableTaskClient client, CancellationToken cancellation)
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
