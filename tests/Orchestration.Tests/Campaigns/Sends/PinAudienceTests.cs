using Orchestration.Audience.Datamart;
using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Sends;

public sealed class PinAudienceTests
{
    [Fact]
    public async Task RunAsync_CurrentSnapshot_TakesCaissesThatHaveSomebodyOrWhoseShardIsMissing()
    {
        var storage = await AppStorage.TakeAsync();
        var entry = SomeDatamart.Entry([]);
        await SomeDatamart.UploadManifestAsync(storage.Containers, entry, entry with { Caisse = "CPAM-01", Rows = 0 }, entry with { Caisse = "CPAM-03", Rows = 5 });
        await new SnapshotStore(storage.Containers).PromoteAsync(SomeDatamart.Date, default);

        var pinned = await PinAsync(storage);

        Assert.Equal(SomeDatamart.Date, pinned.Snapshot);
        Assert.Equal(
            [new PinnedCaisse("CPAM-02", Some.Zone.PrepareAt, null), new PinnedCaisse("CPAM-80", Some.Zone.PrepareAt, entry)],
            pinned.Caisses);
    }

    [Fact]
    public async Task RunAsync_NoSnapshot_IsRefused()
    {
        var storage = await AppStorage.TakeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => PinAsync(storage));
    }

    private static async Task<PinnedAudience> PinAsync(AppStorage storage)
    {
        var sends = new SendStore(storage.Containers);
        await sends.PlanAsync(Some.Plan() with { Caisses = ["CPAM-01", "CPAM-02", "CPAM-80"] }, 1, default);
        return await new PinAudience(sends, new SnapshotStore(storage.Containers)).RunAsync(Some.Key, default);
    }
}
