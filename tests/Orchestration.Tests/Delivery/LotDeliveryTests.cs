using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
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
        await using (var progress = await LotProgress.OpenAsync(bench.Storage.Containers, lot.LotId, new WorkerId(Guid.Empty.ToString()), bench.Storage.System, default))
            await progress.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Accepted), Some.Outcome(Some.MessageIdOf(3), DeliveryStatus.Unknown)], default);

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

    // Invariant E5, to the chunk: recorded by another process while the lot is under way.
    [Fact]
    public async Task DeliverAsync_StopRecordedBetweenTwoChunks_IsHonouredInTheNext()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync(), channel: Channel.Sms);
        var lot = await SomeLot.WriteAsync(bench.Storage, 6, Channel.Sms);
        using var elsewhere = new SuppressionList(bench.Storage.Another().Containers, Some.Hasher, bench.Storage.Clocks);
        bench.Adapter.Answer = async (_, given) =>
        {
            if (given == 2)
                await elsewhere.CloseAddressAsync(SomeLot.Address(5, Channel.Sms), SuppressionKind.Stop, Channel.Sms, default);
            return SendResult.Delivered;
        };

        var settlement = await bench.DeliverAsync(lot);

        Assert.Equal([1, 1, 1, 1, 0, 1], bench.GivenTo(6));
        Assert.Equal((DeliveryStatus.Withheld, ExclusionReason.Stop), (await bench.RecordedAsync(lot))[4]);
        Assert.Equal(new DeliveryCounts(0, 5, 0, 0, 0, 1), settlement.Counts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeliverAsync_WholeChunkSuppressed_GoesOnWithTheNext(bool honoursMessageId)
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync(), honoursMessageId);
        var lot = await SomeLot.WriteAsync(bench.Storage, 4);
        for (var person = 1; person <= 3; person++)
            await bench.Suppressions.UnsubscribeAsync($"P{person}", Channel.Email, Purpose.Promotion, default);

        var settlement = await bench.DeliverAsync(lot);

        Assert.Equal([0, 0, 0, 1], bench.GivenTo(4));
        Assert.Equal(new DeliveryCounts(0, 1, 0, 0, 0, 3), settlement.Counts);
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
