using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Revisions;

/// <summary>What moves, starts and stops, in words; and what has gone, caisse by caisse, and does not change any more.</summary>
public sealed class RevisionDifferenceTests
{
    private static readonly PlannedSend Later = Some.Plan() with { Key = Some.OtherKey, Zones = [Some.Zone with { PrepareAt = Some.Now.AddDays(7) }] };

    [Fact]
    public async Task CompareAsync_NothingPlannedYet_AddsEverything()
    {
        var changes = await CompareAsync(await AppStorage.TakeAsync(), Some.Plan(), Later);

        Assert.All(changes, change => Assert.Equal([PlanChangeKinds.Added], change.Kinds));
        Assert.Equal([Some.Key, Some.OtherKey], changes.Select(change => change.Key));
    }

    [Fact]
    public async Task CompareAsync_OneMovedOneAsItWas_TellsTheOne()
    {
        var storage = await PlannedAsync(Some.Plan(), Later);

        var change = Assert.Single(await CompareAsync(storage, Some.Plan(), Later with { Date = Later.Date.AddDays(3) }));

        Assert.Equal((Some.OtherKey, 0), (change.Key, change.Gone.Count));
        Assert.Equal([PlanChangeKinds.Moved], change.Kinds);
        Assert.Equal(["relance\u00A0: déplacé du mardi 27/4 au vendredi 30/4"], change.Words);
    }

    [Theory]
    [InlineData(new[] { Some.Caisse }, "invitation\u00A0: déjà décidé dans toutes ses caisses, rien n’y change plus")]
    [InlineData(new[] { Some.Caisse, "CPAM-75", "CSS-976" }, "invitation\u00A0: déjà décidé dans 1\u00A0caisse sur 3 (CPAM-80), où rien ne change plus")]
    public async Task CompareAsync_DecidedSomewhere_SaysWhereNothingChanges(string[] caisses, string words)
    {
        var plan = Some.Plan() with { Caisses = caisses };
        var storage = await PlannedAsync(plan);
        await storage.Containers.Decisions.TryCreateAsync(DecisionPaths.Index(Some.Key, Some.Caisse), SomeDecisions.Index(), default);

        var change = Assert.Single(await CompareAsync(storage, plan with { Date = plan.Date.AddDays(3) }));

        Assert.Equal([Some.Caisse], change.Gone);
        Assert.Equal(words, change.Words[^1]);
    }

    [Fact]
    public async Task OfAsync_StoredChanges_AreThoseOfTheReportWithWhatStaysAsItWas()
    {
        var storage = await PlannedAsync(Some.Plan(), Later);
        var kept = Later with { Criterion = "age >= 18" };
        var revision = Revision([kept]) with { Changes = await CompareAsync(storage, kept) };

        var difference = await Differences(storage).OfAsync(revision, isUnchanged: false, default);

        Assert.Equal([PlanChangeKinds.Removed, PlanChangeKinds.Content], difference.Changes.Select(change => change.Kinds));
        Assert.All(difference.Changes, change => Assert.NotNull(change.After ?? change.Before));
        Assert.Equal(PlanChangeKinds.None, Assert.Single((await Differences(storage).OfAsync(revision, isUnchanged: true, default)).Changes).Kinds);
    }

    private static async Task<AppStorage> PlannedAsync(params PlannedSend[] plans)
    {
        var storage = await AppStorage.TakeAsync();
        foreach (var plan in plans)
            await new SendStore(storage.Containers).PlanAsync(plan, 1, default);
        return storage;
    }

    private static CalendarRevision Revision(IReadOnlyList<PlannedSend> sends) => new("essai-2027", 2, null, "hash", "essai.yaml", Some.Now, sends);

    private static Task<IReadOnlyList<RevisionChange>> CompareAsync(AppStorage storage, params PlannedSend[] plans) =>
        Differences(storage).CompareAsync("essai-2027", plans, [], default);

    private static RevisionDifference Differences(AppStorage storage) => new(
        new RevisionStore(storage.Containers), new SendStore(storage.Containers), new GoneCaisses(storage.Containers), storage.Clocks);
}
