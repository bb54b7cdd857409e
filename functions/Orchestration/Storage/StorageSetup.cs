using Microsoft.Extensions.Hosting;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;

namespace Orchestration.Storage;

/// <summary>Makes sure at start that every container and queue exists.</summary>
internal sealed class StorageSetup(Containers containers, StorageAccounts accounts) : IHostedService
{
    private static readonly string[] Queues = [StorageDeliveryQueue.Name, ApplyReceipt.Queue];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await containers.CreateAllAsync(cancellationToken);
        // So that there is always a board to compare with.
        await containers.Control.TryCreateAsync(ControlStore.Board, ControlBoard.Clear, cancellationToken);
        var service = accounts.Queues(StorageAccounts.Data);
        foreach (var queue in Queues)
            await service.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
