using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotDeliveryControlTests
{
    [Fact]
    public async Task DeliverAsync_PausedBetweenTwoChunks_HoldsTheRestAndGoesOnWhenResumed()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 7);
        DuringTheFirstChunk(bench, control => control.SetAsync(Some.Key, SendControl.Paused, "léa", "x", default));

        var held = await bench.DeliverAsync(lot);
        await bench.Control.SetAsync(Some.Key, SendControl.Running, "léa", "x", default);
        var settled = await bench.DeliverAsync(lot);

        Assert.Equal(new LotSettlement(1, LotHold.Paused, null, DeliveryCounts.Of(DeliveryStatus.Delivered, 3)), held);
        Assert.Equal(new LotSettlement(1, null, null, DeliveryCounts.Of(DeliveryStatus.Delivered, 7)), settled);
        Assert.All(bench.GivenTo(7), times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task DeliverAsync_EverythingStoppedBetweenTwoChunks_HoldsTheRest()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 7);
        DuringTheFirstChunk(bench, control => control.StopAllAsync("léa", "x", default));

        var held = await bench.DeliverAsync(lot);
        await bench.Control.ReleaseAllAsync("léa", "x", default);
        var settled = await bench.DeliverAsync(lot);

        Assert.Equal((LotHold.Paused, 3), (held.Held, held.Counts.Delivered));
        Assert.Equal((null, 7), (settled.Held, settled.Counts.Delivered));
    }

    [Fact]
    public async Task DeliverAsync_CancelledBetweenTwoChunks_WithholdsTheRestForGood()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 7);
        DuringTheFirstChunk(bench, control => control.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default));

        var settled = await bench.DeliverAsync(lot);

        Assert.Equal(new LotSettlement(1, null, null, new DeliveryCounts(0, 3, 0, 0, 0, 4)), settled);
        Assert.All((await bench.RecordedAsync(lot)).Skip(3), outcome => Assert.Equal((DeliveryStatus.Withheld, ExclusionReason.Cancelled), outcome));
        Assert.Equal(settled, await bench.DeliverAsync(lot));
        Assert.Equal(3, bench.Adapter.Given.Count);
    }

    [Fact]
    public async Task DeliverAsync_OtherSendPaused_DoesNotMatter()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        await bench.Control.SetAsync(Some.OtherKey, SendControl.Paused, "léa", "x", default);

        Assert.Equal(2, (await bench.DeliverAsync(await SomeLot.WriteAsync(bench.Storage, 2))).Counts.Delivered);
    }

    [Fact]
    public async Task DeliverAsync_ExpiresBetweenTwoChunks_ExpiresTheRest()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 5);
        bench.Adapter.Answer = (_, given) =>
        {
            if (given == 3)
                bench.Storage.Business.MoveTo(Some.ExpiresAt);
            return Task.FromResult(SendResult.Delivered);
        };

        var settled = await bench.DeliverAsync(lot);

        Assert.Equal(new LotSettlement(1, null, null, new DeliveryCounts(0, 3, 0, 2, 0, 0)), settled);
        Assert.Equal((DeliveryStatus.Expired, null), (await bench.RecordedAsync(lot))[4]);
    }

    [Fact]
    public async Task DeliverAsync_BeforeTheSlot_HoldsUntilItStarts()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 2);
        bench.Storage.Business.MoveTo(Some.Slot.Start.AddMinutes(-1));

        Assert.Equal(new LotSettlement(1, LotHold.Hours, Some.Slot.Start, DeliveryCounts.None), await bench.DeliverAsync(lot));
        Assert.Empty(bench.Adapter.Given);
    }

    // Invariant E6: the evening comes while the lot goes out.
    [Fact]
    public async Task DeliverAsync_SmsAtEightInTheEvening_HoldsTheRestUntilTheMorning()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync(), channel: Channel.Sms);
        var lot = await SomeLot.WriteAsync(bench.Storage, 5, Channel.Sms);
        bench.Adapter.Answer = (_, _) =>
        {
            bench.Storage.Business.MoveTo(Some.Now.AddHours(10.5));
            return Task.FromResult(SendResult.Delivered);
        };

        var held = await bench.DeliverAsync(lot);

        Assert.Equal(LotHold.Hours, held.Held);
        Assert.Equal(new DateTimeOffset(2027, 4, 28, 7, 0, 0, TimeSpan.Zero), held.Until);
        Assert.Equal(3, held.Counts.Delivered);
    }

    /// <summary>Has another process change the control record while the first chunk is handed over.</summary>
    private static void DuringTheFirstChunk(DeliveryBench bench, Func<ControlStore, Task> change) => bench.Adapter.Answer = async (_, given) =>
    {
        if (given == 2)
        {
            using var control = new ControlStore(bench.Storage.Another().Containers, bench.Storage.Clocks);
            await change(control);
        }

        return SendResult.Delivered;
    };
}
