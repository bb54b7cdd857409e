using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class SnapshotStoreTests
{
    private static readonly DateOnly Day = SomeDatamart.Date;

    [Fact]
    public async Task CurrentAsync_NothingDelivered_IsNull() => Assert.Null(await (await StoreAsync()).CurrentAsync(default));

    [Fact]
    public async Task PromoteAsync_NewerSnapshot_BecomesCurrent()
    {
        var store = await StoreAsync();

        Assert.Equal(Day, await store.PromoteAsync(Day, default));
        Assert.Equal(Day.AddDays(1), await store.PromoteAsync(Day.AddDays(1), default));
        Assert.Equal(Day.AddDays(1), await store.CurrentAsync(default));
    }

    [Fact]
    public async Task PromoteAsync_OlderOrSameSnapshot_ChangesNothing()
    {
        var store = await StoreAsync();
        await store.PromoteAsync(Day, default);

        Assert.Equal(Day, await store.PromoteAsync(Day.AddDays(-1), default));
        Assert.Equal(Day, await store.PromoteAsync(Day, default));
        Assert.Equal(Day, await store.CurrentAsync(default));
    }

    [Fact]
    public async Task PromoteAsync_NewerSnapshotArrivesMeanwhile_TheNewerStays()
    {
        var storage = await AppStorage.TakeAsync();
        var other = new SnapshotStore(storage.Another().Containers);
        storage.Probe.Before("PUT", "current.json", () => other.PromoteAsync(Day.AddDays(7), default));

        Assert.Equal(Day.AddDays(7), await new SnapshotStore(storage.Containers).PromoteAsync(Day, default));
        Assert.Equal(Day.AddDays(7), await other.CurrentAsync(default));
    }

    private static async Task<SnapshotStore> StoreAsync() => new((await AppStorage.TakeAsync()).Containers);
}
