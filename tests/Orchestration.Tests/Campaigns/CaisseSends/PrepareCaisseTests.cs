using System.Text;
using Orchestration.Audience;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

public sealed class PrepareCaisseTests
{
    [Fact]
    public async Task RunAsync_Evening_DecidesForEverybodyWhomTheCriterionSelects()
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        using var bench = new PreparationBench(storage);
        await bench.Sends.PlanAsync(Some.Plan() with { Criterion = "age >= 18" }, 2, default);

        var prepared = await bench.PrepareAsync();

        Assert.Equal((CaissePhase.Sending, 4, 2), (prepared.Phase, prepared.Targeted, prepared.Queued));
        Assert.Equal(new Dictionary<string, int> { [ExclusionReason.NoContact] = 1, [ExclusionReason.InvalidContact] = 1 }, prepared.Excluded);
        Assert.Equal([Channel.Email, Channel.Sms], prepared.Lots.Select(lot => lot.Channel));
        var index = await PreparationBench.IndexAsync(storage);
        Assert.Equal((1, new DateOnly(2027, 4, 27), SomeDatamart.Date), (index.RejectedRows, index.ReferenceDate, index.Snapshot));
    }

    // Invariant E2: the rows of a caisse are its own people's.
    [Fact]
    public async Task RunAsync_OtherCaissesInTheDatamart_AreNotRead()
    {
        var storage = await PreparationBench.ReadyAsync(SomeDatamart.Row("P1"));
        using var bench = new PreparationBench(storage);

        await bench.PrepareAsync();

        Assert.Equal(
            ["/2027-04-26/insured/CPAM-80.csv"],
            storage.Probe.Calls.Where(call => call.Method == "GET" && call.Path.Contains(".csv", StringComparison.Ordinal)).Select(call => call.Path[call.Path.IndexOf("/2027", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task RunAsync_Suppressed_IsExcludedWithItsReason()
    {
        var storage = await PreparationBench.ReadyAsync(SomeDatamart.Row("P1"), "P2,Noé,,M,,0612345678,,false,");
        using var bench = new PreparationBench(storage);
        using var elsewhere = new SuppressionList(storage.Another().Containers, Some.Hasher, storage.Clocks);
        await elsewhere.CloseAddressAsync("+33612345678", SuppressionKind.Stop, Channel.Sms, default);

        var prepared = await bench.PrepareAsync();

        Assert.Equal(1, prepared.Excluded[ExclusionReason.Stop]);
        Assert.Equal(1, prepared.Queued);
    }

    [Fact]
    public async Task RunAsync_BeforeTheEvening_ComesBackThen()
    {
        using var bench = new PreparationBench(await PreparationBench.ReadyAsync(PreparationBench.People));

        var prepared = await bench.PrepareAsync(Some.Zone.PrepareAt.AddTicks(-1));

        Assert.Equal((CaissePhase.Planned, Some.Zone.PrepareAt), (prepared.Phase, prepared.PrepareAt));
    }

    [Fact]
    public async Task RunAsync_WithdrawnCancelledOutOfScopeOrSkipped_DoesNotGo()
    {
        using var bench = new PreparationBench(await PreparationBench.ReadyAsync(PreparationBench.People));
        await bench.Sends.PlanAsync(Some.Plan() with { Caisses = ["CPAM-01"] }, 2, default);
        Assert.Equal((CaissePhase.Withdrawn, "retiré du calendrier"), Said(await bench.PrepareAsync()));
        await bench.Sends.PlanAsync(Some.Plan() with { Zones = [Some.Zone with { Slots = [] }] }, 3, default);
        Assert.Equal((CaissePhase.Withdrawn, "édition sautée : jour férié"), Said(await bench.PrepareAsync()));
        await bench.Control.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default);
        Assert.Equal((CaissePhase.Withdrawn, "annulé"), Said(await bench.PrepareAsync()));
        await bench.Sends.WithdrawAsync(Some.Key, 4, default);
        Assert.Equal((CaissePhase.Withdrawn, "retiré du calendrier"), Said(await bench.PrepareAsync()));
    }

    [Theory]
    [InlineData("n’a pas le fichier de cette caisse", false, "x", 1)]
    [InlineData("sha256 différent", true, "x", 1)]
    [InlineData("a 1 lignes, le manifeste en annonce 2", true, null, 2)]
    public async Task RunAsync_ShardMissingOrNotAsAnnounced_IsNotCountedAndCommitsNothing(string why, bool isThere, string? sha256, int rows)
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        var content = Encoding.UTF8.GetBytes(SomeDatamart.Csv(SomeDatamart.Row("P1")));
        var entry = SomeDatamart.Entry(content, rows: rows);
        await SomeDatamart.UploadShardAsync(storage.Containers, content);
        await SomeDatamart.UploadManifestAsync(storage.Containers, sha256 is null ? entry : entry with { Sha256 = new string('0', 64) });
        if (!isThere)
            await storage.Containers.Datamart.DeleteBlobAsync("2027-04-26/insured/CPAM-80.csv");
        using var bench = new PreparationBench(storage);

        var prepared = await bench.PrepareAsync();

        Assert.Equal(CaissePhase.NotCounted, prepared.Phase);
        Assert.Contains(why, prepared.Why, StringComparison.Ordinal);
        Assert.Null(await storage.Containers.Decisions.TryReadAsync<DecisionIndex>(DecisionPaths.Index(Some.Key, Some.Caisse), default));
    }

    [Fact]
    public async Task RunAsync_RepairedShard_IsCountedByTheRepeat()
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        await storage.Containers.Datamart.DeleteBlobAsync("2027-04-26/insured/CPAM-80.csv");
        using var bench = new PreparationBench(storage);
        Assert.Equal(CaissePhase.NotCounted, (await bench.PrepareAsync()).Phase);

        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));

        Assert.Equal((CaissePhase.Sending, 1), ((await bench.PrepareAsync()).Phase, (await bench.PrepareAsync()).Targeted));
    }

    [Fact]
    public async Task RunAsync_PublicThatTheDatamartDoesNotHave_IsNotCounted()
    {
        using var bench = new PreparationBench(await PreparationBench.ReadyAsync(PreparationBench.People));
        await bench.Sends.PlanAsync(Some.Plan() with { Population = Population.Relays }, 2, default);

        Assert.Equal((CaissePhase.NotCounted, "Le datamart du 26/4/2027 ne décrit pas ce public."), Said(await bench.PrepareAsync()));
    }

    private static (CaissePhase, string?) Said(PreparedCaisse prepared) => (prepared.Phase, prepared.Why);
}
