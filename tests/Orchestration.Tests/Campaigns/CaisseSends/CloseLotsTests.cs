using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

public sealed class CloseLotsTests
{
    [Fact]
    public async Task RunAsync_SomeLots_CountsTheirMessagesUnderTheEnd()
    {
        var storage = await ReadyAsync();

        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Withheld, 7), await CloseAsync(storage, LotEnd.Cancelled, 2, 3));
        Assert.Equal([2, 3], (await ClosedAsync(storage)).Lots.Keys);
    }

    [Fact]
    public async Task RunAsync_Repeated_SaysTheSame()
    {
        var storage = await ReadyAsync();
        await CloseAsync(storage, LotEnd.Cancelled, 2, 3);

        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Withheld, 7), await CloseAsync(storage, LotEnd.Cancelled, 2, 3));
    }

    // Killed, then cancelled, then expired: what was recorded first is what became of them.
    [Fact]
    public async Task RunAsync_ClosedOtherwiseBefore_TheFirstStands()
    {
        var storage = await ReadyAsync();
        await CloseAsync(storage, LotEnd.Cancelled, 2);

        Assert.Equal(new DeliveryCounts(0, 0, 0, 4, 0, 3), await CloseAsync(storage, LotEnd.Expired, 2, 3));
    }

    [Fact]
    public async Task RunAsync_KilledAfterTheRecord_TheRepeatSaysTheSame()
    {
        var storage = await ReadyAsync();
        var doomed = storage.Another();
        doomed.Probe.DieAfter("PUT", "/closed.json");
        await Assert.ThrowsAsync<CrashException>(() => CloseAsync(doomed, LotEnd.Expired, 1));

        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Expired, 2), await CloseAsync(storage, LotEnd.Expired, 1));
    }

    private static async Task<AppStorage> ReadyAsync()
    {
        var storage = await AppStorage.TakeAsync();
        var index = SomeDecisions.Index(new LotEntry(1, 0, Channel.Email, 2), new LotEntry(2, 0, Channel.Sms, 3), new LotEntry(3, 0, Channel.Sms, 4));
        await storage.Containers.Decisions.TryCreateAsync(DecisionPaths.Index(Some.Key, Some.Caisse), index, default);
        return storage;
    }

    private static Task<DeliveryCounts> CloseAsync(AppStorage storage, LotEnd end, params int[] lots) =>
        new CloseLots(storage.Containers).RunAsync(new CloseLotsInput(Some.Key, Some.Caisse, lots, end), default);

    private static Task<ClosedLots> ClosedAsync(AppStorage storage) =>
        storage.Containers.Decisions.ReadAsync<ClosedLots>(ClosedLots.Path(Some.Key, Some.Caisse), default);
}
