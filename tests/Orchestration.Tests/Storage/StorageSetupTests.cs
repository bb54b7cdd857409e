using Azure.Storage.Queues.Models;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Storage;

public sealed class StorageSetupTests
{
    [Fact]
    public async Task StartAsync_AnyNumberOfTimes_EveryContainerAndQueueIsThere()
    {
        var storage = await AppStorage.TakeAsync();
        var setup = new StorageSetup(storage.Containers, storage.Accounts);

        await setup.StartAsync(default);
        await setup.StartAsync(default);

        var queues = new List<QueueItem>();
        await foreach (var queue in storage.Accounts.Queues(StorageAccounts.Data).GetQueuesAsync())
            queues.Add(queue);
        Assert.Equal(["deliveries", "receipts"], queues.Select(queue => queue.Name));
        Assert.All(await Task.WhenAll(storage.Containers.All.Select(container => container.ExistsAsync())), exists => Assert.True(exists.Value));
    }
}
