using Orchestration.Campaigns.Revisions;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Revisions;

public sealed class RevisionStoreTests
{
    private const string Calendar = "essai-2027";

    [Fact]
    public async Task AddAsync_NewContent_TakesTheNextNumber()
    {
        var store = Store(await AppStorage.TakeAsync());

        Assert.Equal(1, (await store.AddAsync(Upload("a"), default)).Number);
        Assert.Equal(2, (await store.AddAsync(Upload("b"), default)).Number);
        Assert.Equal(3, (await store.AddAsync(Upload("a"), default)).Number);
        Assert.Equal(new CalendarHead(3, "a", 0), await store.HeadAsync(Calendar, default));
    }

    [Fact]
    public async Task AddAsync_SameContentAgain_GivesTheRevisionAsItWas()
    {
        var store = Store(await AppStorage.TakeAsync());
        await store.AddAsync(Upload("a"), default);

        var again = await store.AddAsync(Upload("a") with { File = "copie.yaml", ImportedAt = Some.Now.AddDays(1) }, default);

        Assert.Equivalent(Upload("a") with { Number = 1 }, again, strict: true);
    }

    [Fact]
    public async Task AddAsync_OtherCalendar_HasItsOwnNumbers()
    {
        var store = Store(await AppStorage.TakeAsync());
        await store.AddAsync(Upload("a"), default);

        Assert.Equal(1, (await store.AddAsync(Upload("a") with { Calendar = "autre-2027" }, default)).Number);
    }

    [Theory]
    [InlineData("/0001.json")]
    [InlineData("/head.json")]
    public async Task AddAsync_TwoImportersOfTwoContents_BothGetANumber(string meeting)
    {
        var storage = await AppStorage.TakeAsync();
        CalendarRevision? other = null;
        storage.Probe.Before("PUT", meeting, async () => other = await Store(storage.Another()).AddAsync(Upload("b"), default));

        var mine = await Store(storage).AddAsync(Upload("a"), default);

        Assert.Equal([1, 2], new[] { mine.Number, other!.Number }.Order());
        Assert.Equal(["a", "b"], new[] { mine, other }.Select(revision => revision.ContentHash));
        Assert.Equal(2, (await Store(storage).HeadAsync(Calendar, default))?.Latest);
        Assert.Equal("a", (await Store(storage).ReadAsync(Calendar, mine.Number, default)).ContentHash);
    }

    [Theory]
    [InlineData("/0001.json")]
    [InlineData("/head.json")]
    public async Task AddAsync_TwoImportersOfTheSameContent_MakeOneRevision(string meeting)
    {
        var storage = await AppStorage.TakeAsync();
        storage.Probe.Before("PUT", meeting, () => Store(storage.Another()).AddAsync(Upload("a"), default));

        Assert.Equal(1, (await Store(storage).AddAsync(Upload("a"), default)).Number);
        Assert.Equal(new CalendarHead(1, "a", 0), await Store(storage).HeadAsync(Calendar, default));
    }

    [Theory]
    [InlineData("a", 1)]
    [InlineData("b", 2)]
    public async Task AddAsync_KilledBetweenRevisionAndHead_TheNextImportPicksItUp(string next, int number)
    {
        var storage = await AppStorage.TakeAsync();
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", "/head.json");
        await Assert.ThrowsAsync<CrashException>(() => Store(doomed).AddAsync(Upload("a"), default));
        Assert.Null(await Store(storage).HeadAsync(Calendar, default));

        var revision = await Store(storage).AddAsync(Upload(next), default);

        Assert.Equal((number, next), (revision.Number, revision.ContentHash));
        Assert.Equal(new CalendarHead(number, next, 0), await Store(storage).HeadAsync(Calendar, default));
    }

    [Fact]
    public async Task MarkAppliedAsync_AnyOrder_KeepsTheHighest()
    {
        var store = Store(await AppStorage.TakeAsync());
        await store.AddAsync(Upload("a"), default);
        await store.AddAsync(Upload("b"), default);

        await store.MarkAppliedAsync(Calendar, 2, default);
        await store.MarkAppliedAsync(Calendar, 1, default);
        await store.MarkAppliedAsync(Calendar, 2, default);

        Assert.Equal(new CalendarHead(2, "b", 2), await store.HeadAsync(Calendar, default));
    }

    [Fact]
    public async Task DecideAsync_SecondDecision_LeavesTheFirst()
    {
        var store = Store(await AppStorage.TakeAsync());
        var first = new RevisionDecision(true, "léa", "oui", Some.Now);
        Assert.Null(await store.DecisionAsync(Calendar, 1, default));

        Assert.True(await store.DecideAsync(Calendar, 1, first, default));
        Assert.False(await store.DecideAsync(Calendar, 1, first with { Confirmed = false }, default));

        Assert.Equal(first, await store.DecisionAsync(Calendar, 1, default));
    }

    private static RevisionStore Store(AppStorage storage) => new(storage.Containers);

    private static CalendarRevision Upload(string hash) => new(Calendar, 0, null, hash, "essai.yaml", Some.Now, [Some.Plan()]);
}
