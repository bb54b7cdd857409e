using Orchestration.Delivery;

namespace Orchestration.Tests.Support;

internal sealed class RecordingQueue : IDeliveryQueue
{
    private readonly List<LotReady> _announced = [];

    public IReadOnlyList<LotReady> Announced => _announced;

    public Task AnnounceAsync(LotReady lot, CancellationToken cancellation)
    {
        _announced.Add(lot);
        return Task.CompletedTask;
    }
}
