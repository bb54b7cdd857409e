using System.Text.Json;
using Orchestration.Delivery;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class StorageDeliveryQueueTests
{
    [Fact]
    public async Task AnnounceAsync_Lot_IsVisibleAtOnceForEverAndHoldsNoPersonalData()
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, 2);
        var queue = storage.Accounts.Queues(StorageAccounts.Data).GetQueueClient(StorageDeliveryQueue.Name);
        await queue.CreateAsync();

        await new StorageDeliveryQueue(storage.Accounts, storage.Clocks).AnnounceAsync(lot, default);

        var message = (await queue.ReceiveMessageAsync()).Value;
        Assert.Equal(lot with { AnnouncedAt = Some.Now }, JsonSerializer.Deserialize<LotReady>(message.Body, Json.Options));
        Assert.True(message.ExpiresOn > Some.Now.AddYears(1_000));
        Assert.DoesNotContain("exemple.fr", message.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("P1", message.Body.ToString(), StringComparison.Ordinal);
    }
}
