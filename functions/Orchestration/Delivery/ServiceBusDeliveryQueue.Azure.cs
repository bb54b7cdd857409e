using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>
/// Announces on Service Bus. Messages have no id of ours: duplicate detection would swallow the second announcement of a lot that comes back from a pause.
/// </summary>
public sealed class ServiceBusDeliveryQueue(ServiceBusClient client, Clocks clocks) : IDeliveryQueue
{
    /// <summary>As long as the lease on a lot whose worker died.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private readonly ServiceBusSender _sender = client.CreateSender(StorageDeliveryQueue.Name);

    public Task AnnounceAsync(LotReady lot, CancellationToken cancellation) => _sender.SendMessageAsync(
        Announcement(lot with { AnnouncedAt = clocks.System.GetUtcNow() }), cancellation);

    /// <summary>Announces again, for an attempt that had to give up.</summary>
    public Task AnnounceLaterAsync(LotReady lot, CancellationToken cancellation)
    {
        var announcement = Announcement(lot);
        announcement.ScheduledEnqueueTime = clocks.System.GetUtcNow() + Later;
        return _sender.SendMessageAsync(announcement, cancellation);
    }

    private static ServiceBusMessage Announcement(LotReady lot) =>
        new(JsonSerializer.SerializeToUtf8Bytes(lot, Json.Options)) { ContentType = "application/json", Subject = lot.Channel.ToString() };
}
