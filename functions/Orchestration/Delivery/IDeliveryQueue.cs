namespace Orchestration.Delivery;

/// <summary>Where lots are announced. Announcing twice is harmless: the delivery skips what is done.</summary>
public interface IDeliveryQueue
{
    Task AnnounceAsync(LotReady lot, CancellationToken cancellation);
}
