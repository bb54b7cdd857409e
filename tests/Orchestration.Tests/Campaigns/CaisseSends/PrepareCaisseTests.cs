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
    private static readonly string[] People =
    [
        SomeDatamart.Row("P1"),
        "P2,Noé,1990-01-01,M,,06 12 34 56 78,,false,inconnu",
        "P3,Léa,1990-01-01,F,,,,false,inconnu",
        "P4,Ana,1990-01-01,F,pas une adresse,,,false,inconnu",
        "P5,Éva,2020-01-01,F,eva@exemple.fr,,,false,inconnu",
        "P6,Ugo,pas une date,M,ugo@exemple.fr,,,false,inconnu",
    ];

    [Fact]
    public async Task RunAsync_Evening_DecidesForEverybodyWhomTheCriterionSelects()
    {
        var storage = await PreparationBench.ReadyAsync(People);
        using var bench = new PreparationBench(storage);
        await bench.Sends.PlanAsync(Some.Plan() with { Criterion = "age >= 18" }, 2, default);

        var prepared = await bench.PrepareAsync();

        Assert.Equal((CaissePhase.Sending, 4, 2), (prepared.Phase, prepared.Targeted, prepared.Queued));
        Assert.Equal(new Dictionary<string, int> { [ExclusionReason.NoContact] = 1, [ExclusionReason.InvalidContact] = 1 }, prepared.Excluded);
        Assert.Equal([Channel.Email, Channel.Sms], prepared.Lots.Select(lot => lot.Channel));
        var index = await IndexAsync(storage);
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
    public async Task RunAsync_Repeated_GivesTheFirstDecisionsBack()
    {
        var storage = await PreparationBench.ReadyAsync(People);
        using var bench = new PreparationBench(storage);
        var first = await bench.PrepareAsync();
        await bench.Suppressions.CloseAddressAsync("p1@exemple.fr", SuppressionKind.Bounce, Channel.Email, default);

        var second = await bench.PrepareAsync(Some.Now.AddDays(2));

        Assert.Equivalent(first, second, strict: true);
    }

    [Theory]
    [InlineData("/decisions/")]
    [InlineData("/index.json")]
    [InlineData(".recipients.ndjson.gz")]
    public async Task RunAsync_KilledBeforeItsIndexIsThere_TheRepeatDecidesAnewAndWhole(string request)
    {
        var storage = await PreparationBench.ReadyAsync(People);
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", request);
        using var dying = new PreparationBench(doomed);
        await Assert.ThrowsAsync<CrashException>(() => dying.PrepareAsync());
        using var heir = new PreparationBench(storage);

        var prepared = await heir.PrepareAsync();

        Assert.Equal((5, 3), (prepared.Targeted, prepared.Queued));
        await AssertWholeAsync(storage);
    }

    [Fact]
    public async Task RunAsync_KilledAfterItsIndex_TheRepeatFindsIt()
    {
        var storage = await PreparationBench.ReadyAsync(People);
        var doomed = storage.Another();
        doomed.Probe.DieAfter("PUT", "/index.json");
        using var dying = new PreparationBench(doomed);
        await Assert.ThrowsAsync<CrashException>(() => dying.PrepareAsync());
        var index = await IndexAsync(storage);
        using var heir = new PreparationBench(storage);

        Assert.Equal(index.Run, (await heir.PrepareAsync()).Run);
    }

    [Fact]
    public async Task RunAsync_TwoSideBySide_TheFirstIndexWinsForBoth()
    {
        var storage = await PreparationBench.ReadyAsync(People);
        using var other = new PreparationBench(storage.Another());
        PreparedCaisse? first = null;
        storage.Probe.Before("PUT", "/index.json", async () => first = await other.PrepareAsync());
        using var bench = new PreparationBench(storage);

        var second = await bench.PrepareAsync();

        Assert.Equivalent(first, second, strict: true);
        await AssertWholeAsync(storage);
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
        using var bench = new PreparationBench(await PreparationBench.ReadyAsync(People));

        var prepared = await bench.PrepareAsync(Some.Zone.PrepareAt.AddTicks(-1));

        Assert.Equal((CaissePhase.Planned, Some.Zone.PrepareAt), (prepared.Phase, prepared.PrepareAt));
    }

    [Fact]
    public async Task RunAsync_WithdrawnCancelledOutOfScopeOrSkipped_DoesNotGo()
    {
        using var bench = new PreparationBench(await PreparationBench.ReadyAsync(People));
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
        var storage = await PreparationBench.ReadyAsync(People);
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
        var storage = await PreparationBench.ReadyAsync(People);
        await storage.Containers.Datamart.DeleteBlobAsync("2027-04-26/insured/CPAM-80.csv");
        using var bench = new PreparationBench(storage);
        Assert.Equal(CaissePhase.NotCounted, (await bench.PrepareAsync()).Phase);

        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));

        Assert.Equal((CaissePhase.Sending, 1), ((await bench.PrepareAsync()).Phase, (await bench.PrepareAsync()).Targeted));
    }

    [Fact]
    public async Task RunAsync_PublicThatTheDatamartDoesNotHave_IsNotCounted()
    {
        using var bench = new PreparationBench(await PreparationBench.ReadyAsync(People));
        await bench.Sends.PlanAsync(Some.Plan() with { Population = Population.Relays }, 2, default);

        Assert.Equal((CaissePhase.NotCounted, "Le datamart du 26/4/2027 ne décrit pas ce public."), Said(await bench.PrepareAsync()));
    }

    private static (CaissePhase, string?) Said(PreparedCaisse prepared) => (prepared.Phase, prepared.Why);

    private static Task<DecisionIndex> IndexAsync(AppStorage storage) =>
        storage.Containers.Decisions.ReadAsync<DecisionIndex>(DecisionPaths.Index(Some.Key, Some.Caisse), default);

    /// <summary>The committed index names decisions and recipients that are all there and agree with its figures.</summary>
    private static async Task AssertWholeAsync(AppStorage storage)
    {
        var index = await IndexAsync(storage);
        var part = await storage.Containers.Decisions.GetBlobClient(DecisionPaths.Part(Some.Key, Some.Caisse, index.Run, 1)).DownloadContentAsync();
        var decisions = Ndjson.Read<Decision>(part.Value.Content).ToArray();
        Assert.Equal(index.Targeted, decisions.Length);
        foreach (var lot in index.Lots)
        {
            var blob = storage.Containers.Lots.GetBlobClient(DecisionPaths.Recipients(Some.Key, Some.Caisse, index.Run, lot.Number));
            Assert.Equal(lot.Count, Ndjson.Read<LotRecipient>((await blob.DownloadContentAsync()).Value.Content).Count());
        }
    }
}
