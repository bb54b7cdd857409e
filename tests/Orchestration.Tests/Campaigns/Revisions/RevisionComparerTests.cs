using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Revisions;

public sealed class RevisionComparerTests
{
    private static readonly PlannedSend Later = Some.Plan() with { Key = Some.OtherKey, Zones = [Some.Zone with { PrepareAt = Some.Now.AddDays(7) }] };

    [Fact]
    public async Task CompareAsync_FirstRevision_AddsEverything()
    {
        var (comparison, _) = await CompareAsync(await AppStorage.TakeAsync(), Some.Plan(), Later);

        Assert.Equal((RevisionPhase.Applying, new ChangeCounts(2, 0, 0, 0), 1), (comparison.Phase, comparison.Changes, comparison.Pages));
    }

    [Fact]
    public async Task CompareAsync_OneMovedOneAsItWas_ChangesTheOne()
    {
        var storage = await AppStorage.TakeAsync();
        await PlanAsync(storage, Some.Plan(), Later);

        var (comparison, _) = await CompareAsync(storage, Some.Plan(), Later with { Date = Later.Date.AddDays(3) });

        Assert.Equal(new ChangeCounts(0, 1, 0, 1), comparison.Changes);
    }

    [Fact]
    public async Task CompareAsync_OneOfTwoRemoved_WaitsForAConfirmation()
    {
        var storage = await AppStorage.TakeAsync();
        await PlanAsync(storage, Later, Later with { Key = SendKey.Create("essai-2027", "ror", "autre", "1") });

        var (comparison, _) = await CompareAsync(storage, Later);

        Assert.Equal((RevisionPhase.WaitingForConfirmation, new ChangeCounts(0, 0, 1, 1)), (comparison.Phase, comparison.Changes));
    }

    // A send whose decisions are made is history: removing it from the file withdraws nothing.
    [Fact]
    public async Task CompareAsync_PreparedSendRemoved_WithdrawsNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await PlanAsync(storage, Some.Plan(), Later);

        var (comparison, _) = await CompareAsync(storage, Later);

        Assert.Equal((RevisionPhase.Applying, 0), (comparison.Phase, comparison.Changes.Withdrawn));
    }

    [Fact]
    public async Task CompareAsync_WithdrawnSendComesBack_IsAChange()
    {
        var storage = await AppStorage.TakeAsync();
        await PlanAsync(storage, Later);
        await new SendStore(storage.Containers).WithdrawAsync(Later.Key, 2, default);

        var (comparison, _) = await CompareAsync(storage, Later);

        Assert.Equal(new ChangeCounts(0, 1, 0, 0), comparison.Changes);
    }

    private static async Task PlanAsync(AppStorage storage, params PlannedSend[] plans)
    {
        foreach (var plan in plans)
            await new SendStore(storage.Containers).PlanAsync(plan, 1, default);
    }

    private static async Task<(RevisionComparison Comparison, IReadOnlyList<RevisionChange> Changes)> CompareAsync(AppStorage storage, params PlannedSend[] plans)
    {
        var revisions = new RevisionStore(storage.Containers);
        var revision = await revisions.AddAsync(new CalendarRevision("essai-2027", 0, null, "hash", "essai.yaml", Some.Now, plans), default);
        var sends = new SendStore(storage.Containers);
        var comparer = new RevisionComparer(revisions, sends, storage.Clocks);
        var difference = new RevisionDifference(revisions, sends, new GoneCaisses(storage.Containers), storage.Clocks);
        return (await comparer.CompareAsync(revision, default), await difference.CompareAsync(revision.Calendar, plans, [], default));
    }
}
