using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class RenderLotTests
{
    [Fact]
    public async Task RunAsync_NewLot_IsRenderedAndAnnounced()
    {
        var (storage, content) = await ReadyAsync();
        using var bench = new RenderingBench(storage);

        Assert.Equal(new LotAnnouncement(1, true), await RunAsync(bench, content));
        Assert.Equal(Assert.Single(bench.Queue.Announced), await new LotStore(storage.Containers).FindAsync(Some.Lot(), default));
    }

    [Fact]
    public async Task RunAsync_RenderedBefore_AnnouncesTheSameLotWithoutRendering()
    {
        var (storage, content) = await ReadyAsync();
        using var bench = new RenderingBench(storage);
        await RunAsync(bench, content);
        using var again = new RenderingBench(storage.Another());

        await RunAsync(again, new string('b', 64), wasRendered: true);
        await RunAsync(again, null, wasRendered: true);

        Assert.Equal([bench.Queue.Announced[0], bench.Queue.Announced[0]], again.Queue.Announced);
    }

    [Fact]
    public async Task RunAsync_KilledBetweenLotAndAnnouncement_TheRepeatAnnouncesThatLot()
    {
        var (storage, content) = await ReadyAsync();
        var doomed = storage.Another();
        doomed.Probe.DieAfter("PUT", Some.Lot().MessagesPath);
        using var dying = new RenderingBench(doomed);
        await Assert.ThrowsAsync<CrashException>(() => RunAsync(dying, content));
        Assert.Empty(dying.Queue.Announced);
        using var heir = new RenderingBench(storage);

        await RunAsync(heir, content);

        Assert.Equal(1, Assert.Single(heir.Queue.Announced).Count);
    }

    [Fact]
    public async Task RunAsync_SendPaused_NeitherRendersNorAnnounces()
    {
        var (storage, content) = await ReadyAsync();
        using var bench = new RenderingBench(storage);
        await bench.Control.SetAsync(Some.Key, SendControl.Paused, "léa", "x", default);

        Assert.Equal(new LotAnnouncement(1, false), await RunAsync(bench, content));
        Assert.Empty(bench.Queue.Announced);
        Assert.Null(await new LotStore(storage.Containers).FindAsync(Some.Lot(), default));
    }

    // Past its expiry, a lot is announced a last time so that the delivery records the end of its messages: a pause must not stand in the way.
    [Fact]
    public async Task RunAsync_LastAnnouncementOfAPausedSend_IsMade()
    {
        var (storage, content) = await ReadyAsync();
        using var bench = new RenderingBench(storage);
        await RunAsync(bench, content);
        await bench.Control.SetAsync(Some.Key, SendControl.Paused, "léa", "x", default);

        Assert.Equal(new LotAnnouncement(1, true), await RunAsync(bench, null, wasRendered: true));
        Assert.Equal(2, bench.Queue.Announced.Count);
    }

    // Storage lost its last moments.
    [Fact]
    public async Task RunAsync_RenderedBeforeAndLost_IsRenderedAgainAndAnnounced()
    {
        var (storage, content) = await ReadyAsync();
        using var bench = new RenderingBench(storage);
        await RunAsync(bench, content);
        await storage.Containers.Lots.DeleteBlobAsync(Some.Lot().MessagesPath);

        await RunAsync(bench, content, wasRendered: true);

        Assert.Equal([bench.Queue.Announced[0], bench.Queue.Announced[0]], bench.Queue.Announced);
        Assert.Single(await bench.MessagesAsync(bench.Queue.Announced[1]));
    }

    // Its messages do not go, but each of them must have its end.
    [Fact]
    public async Task RunAsync_LastAnnouncementOfALotThatWasLost_HasTheMessagesOfItsDecisions()
    {
        var (storage, content) = await ReadyAsync();
        await storage.Containers.Decisions.TryCreateAsync(
            DecisionPaths.Index(Some.Key, Some.Caisse), SomeDecisions.Index(new LotEntry(1, 0, Channel.Email, 1)) with { ContentHash = content }, default);
        using var bench = new RenderingBench(storage);

        await RunAsync(bench, null, wasRendered: true);

        Assert.Equal(Some.MessageIdOf(1), Assert.Single(await bench.MessagesAsync(Assert.Single(bench.Queue.Announced))).Id);
    }

    private static Task<LotAnnouncement> RunAsync(RenderingBench bench, string? content, bool wasRendered = false) =>
        bench.RenderLot.RunAsync(RenderingBench.Input(content, wasRendered), default);

    private static async Task<(AppStorage Storage, string Content)> ReadyAsync()
    {
        var storage = await AppStorage.TakeAsync();
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1));
        return (storage, await SomeLibrary.PublishedContentAsync(storage));
    }
}
