using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;

namespace Orchestration.Delivery;

/// <summary>Delivers a lot announced on the Storage queue, and tells the orchestration that looks after it.</summary>
public sealed class DeliverLot(LotDelivery delivery)
{
    [Function(nameof(DeliverLot))]
    public async Task RunAsync(
        [QueueTrigger(StorageDeliveryQueue.Name, Connection = Storage.StorageAccounts.Data)] LotReady lot,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var settlement = await delivery.DeliverAsync(lot, cancellation);
        await client.TellAsync(lot.LotId.Owner, CaisseSignals.LotSettled, settlement, cancellation);
    }
}
