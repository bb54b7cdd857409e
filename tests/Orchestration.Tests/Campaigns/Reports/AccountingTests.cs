using FsCheck.Fluent;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Reports;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Reports;

/// <summary>Invariant E7.</summary>
public sealed class AccountingTests
{
    private static readonly CaisseTally Sound = new(
        Some.Caisse, CaissePhase.Done, null, 100, 90, Reasons(("no-contact", 7), ("stop", 3)), new DeliveryCounts(0, 70, 5, 4, 1, 10),
        Reasons(("cancelled", 8), ("stop", 2)), Reasons(("mailbox-full", 5)), 12);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_EverythingAddsUp_SaysNothing(bool isClosed) => Assert.Empty(Accounting.Check(Sound, isClosed));

    [Fact]
    public void Check_RejectedRows_AreNobodysTarget() => Assert.Empty(Accounting.Check(Sound with { RejectedRows = 1_000 }, isClosed: true));

    [Fact]
    public void Check_SomebodyNeitherQueuedNorExcluded_SaysWhere() =>
        Assert.Equal(["CPAM-80 : ciblés 101 ≠ mis en lot 90 + exclus 10"], Accounting.Check(Sound with { Targeted = 101 }, isClosed: true));

    [Fact]
    public void Check_ReasonsThatDoNotAddUp_AreNamed() => Assert.Equal(
        ["CPAM-80 : retenus 10 ≠ 9 par motif", "CPAM-80 : échecs 5 ≠ 6 par motif"],
        Accounting.Check(Sound with { Withheld = Reasons(("stop", 9)), Failed = Reasons(("x", 6)) }, isClosed: true));

    [Fact]
    public void Check_MessageWithoutAnOutcome_MattersAtClosureOnly()
    {
        var waiting = Sound with { Counts = Sound.Counts with { Delivered = 68, Accepted = 2 } };

        Assert.Equal(2, waiting.Pending);
        Assert.Empty(Accounting.Check(waiting, isClosed: false));
        Assert.Equal(["CPAM-80 : 2 messages sans issue à la clôture"], Accounting.Check(waiting, isClosed: true));
        Assert.Empty(Accounting.Check(waiting.Close(), isClosed: true));
        Assert.Equal(3, waiting.Close().Counts.Unknown);
    }

    [Fact]
    public void Check_MoreOutcomesThanMessages_IsWrongAtAnyTime() => Assert.Equal(
        ["CPAM-80 : 2 messages de plus que les 90 mis en lot"], Accounting.Check(Sound with { Counts = Sound.Counts with { Delivered = 72 } }, isClosed: false));

    [Fact]
    public void Check_CaisseThatDidNotGo_OwesNothing() =>
        Assert.Empty(Accounting.Check(CaisseTally.Nothing(Some.Caisse, CaissePhase.NotCounted, "x"), isClosed: true));

    [Fact]
    public void Check_AnyFigureOffByOne_IsNoticed() => Property.Holds(
        from figure in Gen.Choose(0, 5)
        from delta in Gen.Elements(-1, 1)
        select Shifted(figure, delta),
        tally => Accounting.Check(tally, isClosed: true).Any());

    private static CaisseTally Shifted(int figure, int delta) => figure switch
    {
        0 => Sound with { Targeted = Sound.Targeted + delta },
        1 => Sound with { Queued = Sound.Queued + delta },
        2 => Sound with { Counts = Sound.Counts with { Delivered = Sound.Counts.Delivered + delta } },
        3 => Sound with { Counts = Sound.Counts with { Failed = Sound.Counts.Failed + delta } },
        4 => Sound with { Counts = Sound.Counts with { Expired = Sound.Counts.Expired + delta } },
        _ => Sound with { Counts = Sound.Counts with { Withheld = Sound.Counts.Withheld + delta } },
    };

    private static Dictionary<string, int> Reasons(params (string Reason, int Count)[] reasons) =>
        reasons.ToDictionary(pair => pair.Reason, pair => pair.Count);
}
