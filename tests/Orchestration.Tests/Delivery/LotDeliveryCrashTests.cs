using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

/// <summary>Invariant E4: killed anywhere and started again, every message goes, and none goes twice under two ids.</summary>
public sealed class LotDeliveryCrashTests
{
    private const int People = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task DeliverAsync_KilledWhileHandingOver_RepeatsAtMostThatChunkUnderTheSameIds(int killedAt)
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, People);
        using var dying = Dying(storage, killedAt);
        await Assert.ThrowsAsync<CrashException>(() => dying.DeliverAsync(lot));
        using var heir = new DeliveryBench(storage);

        var settled = await heir.DeliverAsync(lot);

        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Delivered, People), settled.Counts);
        var recordedBefore = (killedAt - 1) / DeliveryBench.ChunkSize * DeliveryBench.ChunkSize;
        Assert.Equal(Enumerable.Range(1, People).Select(person => person > recordedBefore ? 1 : 0), heir.GivenTo(People));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    [InlineData(8, 2)]
    public async Task DeliverAsync_KilledWhileHandingOverWithoutIdempotence_SaysUnknownAndSendsNothingTwice(int killedAt, int uncertain)
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, People);
        using var dying = Dying(storage, killedAt, honoursMessageId: false);
        await Assert.ThrowsAsync<CrashException>(() => dying.DeliverAsync(lot));
        using var heir = new DeliveryBench(storage, honoursMessageId: false);

        var settled = await heir.DeliverAsync(lot);

        Assert.Equal(new DeliveryCounts(0, People - uncertain, 0, 0, uncertain, 0), settled.Counts);
        Assert.All(dying.GivenTo(People).Zip(heir.GivenTo(People)), given => Assert.InRange(given.First + given.Second, 0, 1));
        Assert.Equal(settled, await heir.DeliverAsync(lot));
    }

    [Theory]
    [InlineData("/progress/")]
    [InlineData("comp=appendblock")]
    public async Task DeliverAsync_KilledAroundARequest_TheRepeatSettlesTheLot(string request)
    {
        foreach (var before in new[] { true, false })
        {
            var storage = await AppStorage.TakeAsync();
            var lot = await SomeLot.WriteAsync(storage, People);
            var doomed = storage.Another();
            if (before)
                doomed.Probe.DieBefore("PUT", request);
            else
                doomed.Probe.DieAfter("PUT", request);
            using var dying = new DeliveryBench(doomed);
            await Assert.ThrowsAsync<CrashException>(() => dying.DeliverAsync(lot));
            using var heir = new DeliveryBench(storage);

            Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Delivered, People), (await heir.DeliverAsync(lot)).Counts);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeliverAsync_ProviderAwayInTheMiddle_RecordsWhatWasDoneAndTheNextAttemptDoesTheRest(bool honoursMessageId)
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync(), honoursMessageId);
        var lot = await SomeLot.WriteAsync(bench.Storage, People);
        bench.Adapter.Answer = (_, given) => given < 5 ? Task.FromResult(SendResult.Delivered) : throw new TransientDeliveryException("away");
        await Assert.ThrowsAsync<TransientDeliveryException>(() => bench.DeliverAsync(lot));
        Assert.Equal([1, 1, 1, 1, 4, 0, 0, 0], bench.GivenTo(People));
        bench.Adapter.Answer = (_, _) => Task.FromResult(SendResult.Delivered);

        var settled = await bench.DeliverAsync(lot);

        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Delivered, People), settled.Counts);
        Assert.Equal([1, 1, 1, 1, 5, 1, 1, 1], bench.GivenTo(People));
    }

    [Fact]
    public async Task DeliverAsync_FailsOddlyWithoutIdempotence_OnlyThatMessageIsUnknown()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync(), honoursMessageId: false);
        var lot = await SomeLot.WriteAsync(bench.Storage, People);
        bench.Adapter.Answer = (_, given) => given == 5 ? throw new InvalidOperationException("odd") : Task.FromResult(SendResult.Delivered);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.DeliverAsync(lot));

        var settled = await bench.DeliverAsync(lot);

        Assert.Equal(new DeliveryCounts(0, People - 1, 0, 0, 1, 0), settled.Counts);
        Assert.Equal(DeliveryStatus.Unknown, (await bench.RecordedAsync(lot))[4].Status);
        Assert.All(bench.GivenTo(People), times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task DeliverAsync_AskedToStopInTheMiddle_RecordsWhatWasDone()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, People);
        using var stop = new CancellationTokenSource();
        bench.Adapter.Answer = async (_, given) =>
        {
            if (given == 5)
                await stop.CancelAsync();
            return SendResult.Delivered;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.DeliverAsync(lot, stop.Token));

        var settled = await bench.DeliverAsync(lot);

        Assert.Equal(People, settled.Counts.Delivered);
        Assert.All(bench.GivenTo(People), times => Assert.Equal(1, times));
    }

    private static DeliveryBench Dying(AppStorage storage, int killedAt, bool honoursMessageId = true)
    {
        var doomed = storage.Another();
        var bench = new DeliveryBench(doomed, honoursMessageId);
        bench.Adapter.Answer = (_, given) => given == killedAt ? throw doomed.Probe.Die() : Task.FromResult(SendResult.Delivered);
        return bench;
    }
}
