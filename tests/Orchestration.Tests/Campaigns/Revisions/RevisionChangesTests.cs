using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Revisions;

public sealed class RevisionChangesTests
{
    [Fact]
    public async Task Page_ManySends_ArePagedInOneOrderThatHoldsEachOnce()
    {
        var storage = await AppStorage.TakeAsync();
        var sends = Enumerable.Range(1, 120).Select(n => Some.Plan() with { Key = SendKey.Create("essai-2027", "ror", "envoi", $"{n}") }).ToArray();
        var store = new SendStore(storage.Containers);
        await store.PlanAsync(Some.Plan(), 1, default);
        var revision = new CalendarRevision("essai-2027", 2, null, "hash", "essai.yaml", Some.Now, sends);

        var changes = await RevisionChanges.ReadAsync(revision, store, default);

        Assert.Equal(3, changes.Pages);
        var paged = Enumerable.Range(0, changes.Pages).SelectMany(changes.Page).ToArray();
        Assert.Equal(changes.Keys, paged);
        Assert.Equal(121, paged.Distinct().Count());
        Assert.Contains(Some.Key, paged);
        Assert.False(changes.Planned.ContainsKey(Some.Key));
    }

    [Fact]
    public async Task ReadAsync_CalendarWhoseNameBeginsAlike_IsAnother()
    {
        var storage = await AppStorage.TakeAsync();
        var store = new SendStore(storage.Containers);
        await store.PlanAsync(Some.Plan() with { Key = SendKey.Create("essai-2027-bis", "ror", "invitation", "1") }, 1, default);

        var changes = await RevisionChanges.ReadAsync(new CalendarRevision("essai-2027", 2, null, "hash", "essai.yaml", Some.Now, []), store, default);

        Assert.Empty(changes.Keys);
        Assert.Equal(0, changes.Pages);
    }
}
