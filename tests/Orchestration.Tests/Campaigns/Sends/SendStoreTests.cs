using Orchestration.Campaigns.Sends;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Sends;

public sealed class SendStoreTests
{
    [Fact]
    public async Task PlanAsync_NewSend_IsPlannedAndNotStarted()
    {
        var store = await StoreAsync();

        Assert.Equivalent(new SendRecord(Some.Plan(), 1, false, false), await store.PlanAsync(Some.Plan(), 1, default), strict: true);
        Assert.Null(await store.FindAsync(Some.OtherKey, default));
        await Assert.ThrowsAsync<MissingBlobException>(() => store.ReadAsync(Some.OtherKey, default));
    }

    [Fact]
    public async Task PlanAsync_LaterRevision_ChangesThePlanAndKeepsThatItStarted()
    {
        var store = await StoreAsync();
        await store.PlanAsync(Some.Plan(), 1, default);
        await store.MarkStartedAsync(Some.Key, default);

        var record = await store.PlanAsync(Some.Plan() with { Priority = 10 }, 2, default);

        Assert.Equal((10, 2, true), (record.Plan.Priority, record.Revision, record.Started));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task PlanAsync_SameOrEarlierRevision_ChangesNothing(int revision)
    {
        var store = await StoreAsync();
        await store.PlanAsync(Some.Plan(), 2, default);

        Assert.Equal(80, (await store.PlanAsync(Some.Plan() with { Priority = 10 }, revision, default)).Plan.Priority);
        Assert.False((await store.WithdrawAsync(Some.Key, revision, default)).Withdrawn);
    }

    [Fact]
    public async Task WithdrawAsync_ThenPlannedAgain_ComesBack()
    {
        var store = await StoreAsync();
        await store.PlanAsync(Some.Plan(), 1, default);

        Assert.True((await store.WithdrawAsync(Some.Key, 2, default)).Withdrawn);
        Assert.True((await store.WithdrawAsync(Some.Key, 2, default)).Withdrawn);
        Assert.False((await store.PlanAsync(Some.Plan(), 3, default)).Withdrawn);
    }

    [Fact]
    public async Task ReadManyAsync_SomeDoNotExist_GivesTheOthers()
    {
        var store = await StoreAsync();
        await store.PlanAsync(Some.Plan(), 1, default);

        Assert.Equal([Some.Key], (await store.ReadManyAsync([Some.OtherKey, Some.Key], default)).Keys);
        Assert.Equal([Some.Key], await store.KeysAsync("essai-2027", default));
        Assert.Empty(await store.KeysAsync("essai", default));
    }

    private static async Task<SendStore> StoreAsync() => new((await AppStorage.TakeAsync()).Containers);
}
