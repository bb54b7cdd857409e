using Orchestration.Delivery;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>The delivery queue of an Azurite that forgets its last moments.</summary>
/// <param name="queue">The real one.</param>
/// <param name="keeps">Asked before each announcement; false loses it.</param>
internal sealed class LosingQueue(IDeliveryQueue queue, Func<LotReady, Task<bool>> keeps) : IDeliveryQueue
{
    public async Task AnnounceAsync(LotReady lot, CancellationToken cancellation)
    {
        if (await keeps(lot))
            await queue.AnnounceAsync(lot, cancellation);
    }
}
