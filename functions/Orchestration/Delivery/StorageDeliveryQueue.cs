using System.Text.Json;
using Azure.Storage.Queues;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>Announces on a Storage queue. A message is visible at once and never expires.</summary>
public sealed class StorageDeliveryQueue(StorageAccounts accounts, Clocks clocks) : IDeliveryQueue
{
    public const string Name = "deliveries";

    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);
    private readonly QueueClient _queue = accounts.Queues(StorageAccounts.Data).GetQueueClient(Name);

    public Task AnnounceAsync(LotReady lot, CancellationToken cancellation) =>
        _queue.SendMessageAsync(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(lot with { AnnouncedAt = clocks.System.GetUtcNow() }, Json.Options)), timeToLive: Never, cancellationToken: cancellation);
}
