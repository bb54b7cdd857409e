using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

/// <summary>Invariant E5: who opposes between the rendering and the hand-over is not written to.</summary>
public sealed class LotDeliverySuppressionTests
{
    // To the chunk: recorded by another process while the lot is under way.
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
}
