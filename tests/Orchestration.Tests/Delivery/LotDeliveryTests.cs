using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotDeliveryTests
{
    [Fact]
    public async Task DeliverAsync_WholeLot_HandsEachMessageOverOnceInOrder()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 7);

        var settlement = await bench.DeliverAsync(lot);

        Assert.Equal(new LotSettlement(1, null, null, DeliveryCounts.Of(DeliveryStatus.Delivered, 7)), settlement);
        Assert.Equal(Enumerable.Range(1, 7).Select(Some.MessageIdOf), bench.Adapter.Given);
    }

    [Fact]
    public async Task DeliverAsync_AnnouncedTwice_HandsNothingOverAgainAndSaysTheSame()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 4);
        var first = await bench.DeliverAsync(lot);

        var second = await bench.DeliverAsync(lot);

        Assert.Equal(first, second);
        Assert.Equal(4, bench.Adapter.Given.Count);
    }

    [Fact]
    public async Task DeliverAsync_EmptyLot_IsSettled()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());

        var settlement = await bench.DeliverAsync(await SomeLot.WriteAsync(bench.Storage, 0));

        Assert.Equal(new LotSettlement(1, null, null, DeliveryCounts.None), settlement);
    }

    [Fact]
    public async Task DeliverAsync_SomeRecordedBefore_SkipsThem()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 4);
        await SomeLot.RecordAsync(bench.Storage, (1, DeliveryStatus.Accepted, null), (3, DeliveryStatus.Unknown, null));

        var settlement = await bench.DeliverAsync(lot);

        Assert.Equal([0, 1, 0, 1], bench.GivenTo(4));
        Assert.Equal(new DeliveryCounts(1, 2, 0, 0, 1, 0), settlement.Counts);
    }

    [Fact]
    public async Task DeliverAsync_ProviderRefusesOne_IsFailedWithItsReasonAndTheOthersGo()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 4);
        bench.Adapter.Answer = (message, _) => Task.FromResult(message.Id == Some.MessageIdOf(2) ? SendResult.Failed("mailbox-full") : SendResult.Accepted);

        var settlement = await bench.DeliverAsync(lot);

        Assert.Equal(new DeliveryCounts(3, 0, 1, 0, 0, 0), settlement.Counts);
        Assert.Equal((DeliveryStatus.Failed, "mailbox-full"), (await bench.RecordedAsync(lot))[1]);
    }

    [Fact]
    public async Task DeliverAsync_OtherContentThanAnnounced_HandsNothingOver()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 2);

        await Assert.ThrowsAsync<InvalidDataException>(() => bench.DeliverAsync(lot with { Sha256 = new string('0', 64) }));

        Assert.Empty(bench.Adapter.Given);
        Assert.Equal(2, (await bench.DeliverAsync(lot)).Counts.Delivered);
    }

    [Fact]
    public async Task DeliverAsync_UnderWayInThisProcess_IsBusyAndLeavesItInPeace()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 2);
        bench.Adapter.Answer = async (_, given) =>
        {
            if (given == 1)
                await Assert.ThrowsAsync<LotBusyException>(() => bench.DeliverAsync(lot));
            return SendResult.Delivered;
        };

        Assert.Equal(2, (await bench.DeliverAsync(lot)).Counts.Delivered);
        Assert.Equal([1, 1], bench.GivenTo(2));
    }

    [Fact]
    public async Task DeliverAsync_UnderWayInAnotherProcess_IsBusyAndHandsNothingOver()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        using var other = new DeliveryBench(bench.Storage.Another(), worker: "22222222-2222-2222-2222-222222222222");
        var lot = await SomeLot.WriteAsync(bench.Storage, 2);
        bench.Adapter.Answer = async (_, given) =>
        {
            if (given == 1)
                await Assert.ThrowsAsync<LotBusyException>(() => other.DeliverAsync(lot));
            return SendResult.Delivered;
        };

        await bench.DeliverAsync(lot);

        Assert.Empty(other.Adapter.Given);
        Assert.Equal(2, (await other.DeliverAsync(lot)).Counts.Delivered);
    }
}
