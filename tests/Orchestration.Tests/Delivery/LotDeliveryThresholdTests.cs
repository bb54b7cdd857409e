using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotDeliveryThresholdTests
{
    [Fact]
    public async Task DeliverAsync_MostMessagesFail_PausesTheSendAfterTheChunkThatSaysSo()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 40);
        bench.Adapter.Answer = (_, _) => Task.FromResult(SendResult.Failed("down"));

        var settlement = await bench.DeliverAsync(lot);

        Assert.Equal((LotHold.Paused, null, DeliveryCounts.Of(DeliveryStatus.Failed, 21)), (settlement.Held, settlement.Until, settlement.Counts));
        var entry = (await bench.Control.ReadAsync(default)).Sends[Some.Key];
        Assert.Equal((SendControl.Paused, "seuil-erreurs", "21 échecs sur 21 messages remis"), (entry.State, entry.By, entry.Reason));
    }

    [Fact]
    public async Task DeliverAsync_ResumedAfterTheThreshold_GetsAnotherChance()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 40);
        bench.Adapter.Answer = (_, _) => Task.FromResult(SendResult.Failed("down"));
        await bench.DeliverAsync(lot);
        await bench.Control.SetAsync(Some.Key, SendControl.Running, "léa", "le prestataire est revenu", default);
        bench.Adapter.Answer = (_, _) => Task.FromResult(SendResult.Delivered);

        var settlement = await bench.DeliverAsync(lot);

        Assert.Null(settlement.Held);
        Assert.Equal(new DeliveryCounts(0, 19, 21, 0, 0, 0), settlement.Counts);
    }
}
