using System.Text.Json;
using Orchestration.Audience.Decisions;
using Orchestration.Caisses;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Sends;

public sealed class SendStatusTests
{
    [Fact]
    public void Of_SeveralCaisses_IsTheirSum()
    {
        CaisseStatus[] caisses =
        [
            new("CPAM-01", CaissePhase.Done, null, 10, 7, Reasons(("stop", 1), ("no-contact", 2)), new DeliveryCounts(1, 3, 1, 0, 1, 1)),
            new("CPAM-02", CaissePhase.Sending, null, 5, 4, Reasons(("no-contact", 1)), new DeliveryCounts(0, 1, 0, 0, 0, 0)),
            CaisseStatus.Nothing("CPAM-03", CaissePhase.NotCounted, "x"),
        ];

        var status = SendStatus.Of(Some.Key, SendPhase.Sending, null, caisses);

        Assert.Equal((15, 11, 4), (status.Targeted, status.Queued, status.Pending));
        Assert.Equal(new DeliveryCounts(1, 4, 1, 0, 1, 1), status.Counts);
        Assert.Equal(Reasons(("no-contact", 3), ("stop", 1)), status.Excluded);
        Assert.Equal([CaissePhase.Sending, CaissePhase.Done, CaissePhase.NotCounted], status.Caisses.Keys);
        Assert.Equal("1 sur 3", PhaseNames.OfCaisses(status));
    }

    [Fact]
    public void Of_NoCaisse_IsEmpty()
    {
        var status = SendStatus.Of(Some.Key, SendPhase.Planned, null, []);

        Assert.Equal((0, 0, 0), (status.Targeted, status.Queued, status.Pending));
        Assert.Equal("", PhaseNames.OfCaisses(status));
    }

    [Fact]
    public void PhaseNames_EveryPhase_HasAName() => Assert.All(
        Enum.GetValues<SendPhase>(), phase => Assert.NotEmpty(PhaseNames.Of(SendStatus.Of(Some.Key, phase, null, []))));

    // Custom status: 16 KB, whatever the number of caisses.
    [Fact]
    public void Of_EveryCaisseWithEveryReason_StaysSmall()
    {
        var reasons = ExclusionReason.Labels.Keys.ToDictionary(reason => reason, _ => 1_000_000);
        var caisses = CaisseDirectory.All
            .Select((caisse, n) => new CaisseStatus(caisse.Id, (CaissePhase)(n % 5), new string('x', 500), 1_000_000, 1_000_000, reasons, new DeliveryCounts(1, 2, 3, 4, 5, 6)))
            .ToArray();

        var bytes = JsonSerializer.SerializeToUtf8Bytes(SendStatus.Of(Some.Key, SendPhase.Sending, null, caisses), Json.Options);

        Assert.InRange(bytes.Length, 1, 2_000);
    }

    private static Dictionary<string, int> Reasons(params (string Reason, int Count)[] reasons) =>
        reasons.ToDictionary(pair => pair.Reason, pair => pair.Count);
}
