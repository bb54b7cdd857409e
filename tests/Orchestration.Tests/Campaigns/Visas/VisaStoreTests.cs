using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Visas;

public sealed class VisaStoreTests
{
    private const string Author = "Dicom/DCP";
    private static readonly string Hash = new('a', 64);
    private static readonly string OtherHash = new('b', 64);

    [Fact]
    public async Task StatusAsync_AskedForAndNotDecided_IsPending()
    {
        var store = await AskedAsync();

        Assert.Equal(VisaStatus.Pending, await store.StatusAsync(Some.Key, Hash, default));
        Assert.Equal(Hash, Assert.Single(await store.PendingAsync(default)).ContentHash);
    }

    [Fact]
    public async Task FindLatestRequestAsync_OfASend_IsThatOfNoOther()
    {
        var store = await AskedAsync();

        Assert.Equal(Hash, (await store.FindLatestRequestAsync(Some.Key, default))?.ContentHash);
        Assert.Null(await store.FindLatestRequestAsync(Some.OtherKey, default));
    }

    [Theory]
    [InlineData(true, VisaStatus.Granted)]
    [InlineData(false, VisaStatus.Refused)]
    public async Task DecideAsync_ByAnotherPerson_IsTheStatusOfThatContentAlone(bool granted, VisaStatus status)
    {
        var store = await AskedAsync();

        await store.DecideAsync(Some.Key, Hash, granted, "validation.léa", "Relu", default);

        Assert.Equal(status, await store.StatusAsync(Some.Key, Hash, default));
        Assert.Equal(VisaStatus.Pending, await store.StatusAsync(Some.Key, OtherHash, default));
        Assert.Equal(VisaStatus.Pending, await store.StatusAsync(Some.OtherKey, Hash, default));
        Assert.Empty(await store.PendingAsync(default));
    }

    [Theory]
    [InlineData(Author)]
    [InlineData("dicom/dcp")]
    [InlineData(" Dicom/DCP ")]
    public async Task DecideAsync_ByItsAuthor_IsRefusedEitherWay(string validator)
    {
        var store = await AskedAsync();

        await Assert.ThrowsAsync<VisaRefusedException>(() => store.DecideAsync(Some.Key, Hash, true, validator, null, default));
        await Assert.ThrowsAsync<VisaRefusedException>(() => store.DecideAsync(Some.Key, Hash, false, validator, null, default));

        Assert.Equal(VisaStatus.Pending, await store.StatusAsync(Some.Key, Hash, default));
    }

    [Fact]
    public async Task DecideAsync_NobodyAsked_IsRefused()
    {
        var store = await AskedAsync();

        await Assert.ThrowsAsync<VisaRefusedException>(() => store.DecideAsync(Some.Key, OtherHash, true, "léa", null, default));
        await Assert.ThrowsAsync<VisaRefusedException>(() => store.DecideAsync(Some.OtherKey, Hash, true, "léa", null, default));
    }

    [Fact]
    public async Task DecideAsync_SeveralDecisions_TheLastCounts()
    {
        var store = await AskedAsync();

        await store.DecideAsync(Some.Key, Hash, true, "léa", null, default);
        await store.DecideAsync(Some.Key, Hash, false, "noé", "une coquille", default);
        Assert.Equal(VisaStatus.Refused, await store.StatusAsync(Some.Key, Hash, default));
        await store.DecideAsync(Some.Key, Hash, true, "léa", null, default);
        Assert.Equal(VisaStatus.Granted, await store.StatusAsync(Some.Key, Hash, default));
    }

    [Fact]
    public async Task DecideAsync_KilledBeforeTheRecord_TheRepeatRecords()
    {
        var storage = await AppStorage.TakeAsync();
        var store = await AskedAsync(storage);
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", "decisions/");
        await Assert.ThrowsAsync<CrashException>(() => new VisaStore(doomed.Containers, doomed.Clocks).DecideAsync(Some.Key, Hash, true, "léa", null, default));

        await store.DecideAsync(Some.Key, Hash, true, "léa", null, default);

        Assert.Equal(VisaStatus.Granted, await store.StatusAsync(Some.Key, Hash, default));
    }

    [Fact]
    public async Task RequestAsync_AskedAgain_KeepsTheFirst()
    {
        var store = await AskedAsync();

        await store.RequestAsync(Request(Some.Key) with { Author = "quelqu'un d'autre" }, default);

        Assert.Equal(Author, Assert.Single(await store.PendingAsync(default)).Author);
    }

    [Fact]
    public async Task DecideAsync_OnOneOccurrence_CountsForAllWithThatContent()
    {
        var store = await AskedAsync();
        var other = SendKey.Create("essai-2027", "ror", "invitation", "2027-05-04");
        await store.RequestAsync(Request(other), default);
        Assert.Single(await store.PendingAsync(default));

        await store.DecideAsync(other, Hash, true, "léa", null, default);

        Assert.Equal(VisaStatus.Granted, await store.StatusAsync(Some.Key, Hash, default));
        Assert.Equal(VisaStatus.Pending, await store.StatusAsync(Some.Key, OtherHash, default));
        Assert.Empty(await store.PendingAsync(default));
    }

    [Fact]
    public async Task RequestAsync_AnOccurrenceNeedsItSooner_IsAskedForThen()
    {
        var store = await AskedAsync();
        var other = SendKey.Create("essai-2027", "ror", "invitation", "2027-04-20");

        await store.RequestAsync(Request(other) with { NeededBy = Some.Now.AddDays(-7) }, default);

        var request = Assert.Single(await store.PendingAsync(default));
        Assert.Equal((other, Some.Now.AddDays(-7)), (request.Send, request.NeededBy));
    }

    [Fact]
    public async Task PendingAsync_SeveralRequests_AreInTheOrderOfTheirNeed()
    {
        var storage = await AppStorage.TakeAsync();
        var store = await AskedAsync(storage);
        await store.RequestAsync(Request(Some.OtherKey) with { NeededBy = Some.Now.AddDays(-1) }, default);

        Assert.Equal([Some.OtherKey, Some.Key], (await store.PendingAsync(default)).Select(request => request.Send));
    }

    private static async Task<VisaStore> AskedAsync(AppStorage? storage = null)
    {
        storage ??= await AppStorage.TakeAsync();
        var store = new VisaStore(storage.Containers, storage.Clocks);
        await store.RequestAsync(Request(Some.Key), default);
        return store;
    }

    private static VisaRequest Request(SendKey send) => new(send, Hash, "national/essai", Author, "Rougeole", Some.Zone.PrepareAt, Some.Now);
}
