using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

/// <summary>Decisions are made once: of repeats, crashes and runs side by side, the first index that is committed stands.</summary>
public sealed class PrepareCaisseCrashTests
{
    [Fact]
    public async Task RunAsync_Repeated_GivesTheFirstDecisionsBack()
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
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
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
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
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        var doomed = storage.Another();
        doomed.Probe.DieAfter("PUT", "/index.json");
        using var dying = new PreparationBench(doomed);
        await Assert.ThrowsAsync<CrashException>(() => dying.PrepareAsync());
        var index = await PreparationBench.IndexAsync(storage);
        using var heir = new PreparationBench(storage);

        Assert.Equal(index.Run, (await heir.PrepareAsync()).Run);
    }

    [Fact]
    public async Task RunAsync_TwoSideBySide_TheFirstIndexWinsForBoth()
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        using var other = new PreparationBench(storage.Another());
        PreparedCaisse? first = null;
        storage.Probe.Before("PUT", "/index.json", async () => first = await other.PrepareAsync());
        using var bench = new PreparationBench(storage);

        var second = await bench.PrepareAsync();

        Assert.Equivalent(first, second, strict: true);
        await AssertWholeAsync(storage);
    }

    /// <summary>The committed index names decisions and recipients that are all there and agree with its figures.</summary>
    private static async Task AssertWholeAsync(AppStorage storage)
    {
        var index = await PreparationBench.IndexAsync(storage);
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
