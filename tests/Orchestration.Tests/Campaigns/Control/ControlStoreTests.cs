using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Control;

public sealed class ControlStoreTests
{
    [Fact]
    public async Task ReadAsync_NothingEverSaid_IsClear()
    {
        using var store = Store(await AppStorage.TakeAsync());

        Assert.Equal(SendControl.Running, (await store.ReadAsync(default))[Some.Key]);
    }

    [Fact]
    public async Task ReadAsync_NothingChanged_IsToldSoBriefly()
    {
        var storage = await AppStorage.TakeAsync();
        using var store = Store(storage);
        await store.SetAsync(Some.Key, SendControl.Paused, "léa", "x", default);

        var first = await store.ReadAsync(default);
        var second = await store.ReadAsync(default);

        Assert.Same(first, second);
        Assert.Equal([200, 304], Reads(storage).TakeLast(2));
    }

    [Fact]
    public async Task ReadAsync_ChangedByAnotherInstance_SeesItAtOnce()
    {
        var storage = await AppStorage.TakeAsync();
        using var here = Store(storage);
        using var there = Store(storage.Another());
        foreach (var state in new[] { SendControl.Paused, SendControl.Running, SendControl.Paused, SendControl.Cancelled })
        {
            await there.SetAsync(Some.Key, state, "léa", "x", default);

            Assert.Equal(state, (await here.ReadAsync(default))[Some.Key]);
        }
    }

    [Fact]
    public async Task SetAsync_CancelledSend_SaysThatItStaysCancelled()
    {
        using var store = Store(await AppStorage.TakeAsync());
        Assert.Equal(SendControl.Cancelled, await store.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default));

        Assert.Equal(SendControl.Cancelled, await store.SetAsync(Some.Key, SendControl.Running, "léa", "x", default));
    }

    [Fact]
    public async Task StopAllAsync_ThenReleaseAllAsync_GivesEachSendItsOwnStateBack()
    {
        using var store = Store(await AppStorage.TakeAsync());
        await store.SetAsync(Some.Key, SendControl.Paused, "léa", "x", default);

        await store.StopAllAsync("léa", "x", default);
        Assert.Equal(SendControl.Paused, (await store.ReadAsync(default))[Some.OtherKey]);
        await store.ReleaseAllAsync("léa", "x", default);

        var board = await store.ReadAsync(default);
        Assert.Equal((SendControl.Paused, SendControl.Running), (board[Some.Key], board[Some.OtherKey]));
    }

    [Fact]
    public async Task SetAsync_TwoInstancesAtOnce_LosesNeither()
    {
        var storage = await AppStorage.TakeAsync();
        using var here = Store(storage);
        using var there = Store(storage.Another());
        storage.Probe.Before("PUT", "board.json", () => there.SetAsync(Some.OtherKey, SendControl.Cancelled, "noé", "y", default));

        await here.SetAsync(Some.Key, SendControl.Paused, "léa", "x", default);

        var board = await here.ReadAsync(default);
        Assert.Equal((SendControl.Paused, SendControl.Cancelled), (board[Some.Key], board[Some.OtherKey]));
    }

    [Fact]
    public async Task SetAsync_KilledBetweenTrailAndBoard_TheRepeatTakesEffect()
    {
        var storage = await AppStorage.TakeAsync();
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", "board.json");
        using var dying = Store(doomed);
        await Assert.ThrowsAsync<CrashException>(() => dying.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default));
        using var store = Store(storage);
        Assert.Equal(SendControl.Running, (await store.ReadAsync(default))[Some.Key]);

        await store.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default);

        Assert.Equal(SendControl.Cancelled, (await store.ReadAsync(default))[Some.Key]);
    }

    [Fact]
    public async Task SetAsync_EveryChange_IsKeptInTheTrailWithWhoAndWhy()
    {
        var storage = await AppStorage.TakeAsync();
        using var store = Store(storage);
        await store.SetAsync(Some.Key, SendControl.Paused, "léa", "un doute", default);
        await store.PauseByThresholdAsync(Some.OtherKey, new DeliveryCounts(10, 0, 5, 0, 0, 0), default);
        await store.StopAllAsync("noé", "panne", default);

        var trail = (await storage.Containers.Control.GetBlobClient("trail/000001.ndjson").DownloadContentAsync()).Value.Content.ToString();

        Assert.Equal(
            """
            {"send":"essai-2027.ror.invitation.1","entry":{"state":"paused","by":"léa","reason":"un doute","at":"2027-04-27T07:30:00+00:00"}}
            {"send":"essai-2027.ror.relance.1","entry":{"state":"paused","by":"seuil-erreurs","reason":"5 échecs sur 15 messages remis","at":"2027-04-27T07:30:00+00:00"}}
            {"entry":{"state":"paused","by":"noé","reason":"panne","at":"2027-04-27T07:30:00+00:00"}}

            """,
            trail);
    }

    private static ControlStore Store(AppStorage storage) => new(storage.Containers, storage.Clocks);

    private static IEnumerable<int> Reads(AppStorage storage) =>
        storage.Probe.Calls.Where(call => call.Method == "GET" && call.Path.Contains("board.json", StringComparison.Ordinal)).Select(call => call.Status);
}
