using System.Collections.Frozen;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Operations.Dashboard.Watch;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Dashboard;

public sealed class WatchViewTests
{
    // Some.Plan is prepared on Monday 26 April at 18:30 in Paris, and goes out on Tuesday from 9 to 19:30.
    private static readonly DateTimeOffset Before = Some.Zone.PrepareAt.AddHours(-1);
    private static readonly DateTimeOffset Noon = Some.Slot.Start.AddHours(3);

    [Fact]
    public void Of_PlannedWithinAWeek_ComesUp()
    {
        Assert.Single(View(Before, SendPhase.Planned).Upcoming);
        Assert.Empty(View(Before.AddDays(-8), SendPhase.Planned).Upcoming);
        Assert.Empty(View(Noon, SendPhase.Sending).Upcoming);
        Assert.Empty(View(Before, SendPhase.Planned, withdrawn: true).Upcoming);
    }

    [Fact]
    public void Of_VisaMissing_IsStuckWithinFiveWorkingDaysAndLateOnceItHadToBePrepared()
    {
        Assert.Equal("visa attendu, à préparer le lundi 26 avril 2027 à 18\u00A0h\u00A030", Assert.Single(View(Before.AddDays(-7), SendPhase.WaitingForVisa, "visa attendu").Stuck).What);
        Assert.Empty(View(Before.AddDays(-8), SendPhase.WaitingForVisa, "visa attendu").Stuck);
        var view = View(Some.Zone.PrepareAt, SendPhase.WaitingForVisa, "visa attendu");
        Assert.Empty(view.Stuck);
        Assert.Equal("aurait dû être préparé\u00A0: visa attendu", Assert.Single(view.Late).What);
    }

    [Fact]
    public void Of_PausedForMoreThanADay_IsStuckWithItsReason()
    {
        var since = Before.AddDays(-3);
        var board = ControlBoard.Clear.With(Some.Key, new ControlEntry(SendControl.Paused, "paul.valery", "Adresse erronée", since));

        Assert.EndsWith("par paul.valery\u00A0: Adresse erronée", Assert.Single(View(since.AddHours(25), SendPhase.Planned, board: board).Stuck).What, StringComparison.Ordinal);
        Assert.Empty(View(since.AddHours(24), SendPhase.Planned, board: board).Stuck);
    }

    [Fact]
    public void Of_NoProgressForAnHour_IsStuckOnlyWhileItsSlotRuns()
    {
        Assert.Single(View(Noon, SendPhase.Sending, progress: Noon.AddMinutes(-61)).Stuck);
        Assert.Empty(View(Noon, SendPhase.Sending, progress: Noon.AddMinutes(-60)).Stuck);
        Assert.Empty(View(Some.Slot.Start.AddMinutes(30), SendPhase.Sending, progress: Some.Slot.Start.AddHours(-9)).Stuck);
    }

    [Fact]
    public void Of_CaissesNotCounted_AreLate() =>
        Assert.Equal("1\u00A0caisse n’a pas pu être préparée", Assert.Single(View(Noon, SendPhase.Sending, notCounted: 1).Late).What);

    [Fact]
    public void Of_FallenOrchestration_IsStuckWithoutItsMessage() => Assert.Equal(
        "son orchestration s’est arrêtée sur une erreur", Assert.Single(View(Before, SendPhase.Planned, failure: "FormatException : lea@example.org").Stuck).What);

    [Fact]
    public void Of_Cancelled_IsNowhere()
    {
        var board = ControlBoard.Clear.With(Some.Key, new ControlEntry(SendControl.Cancelled, "léa", "essai", Before));
        var view = View(Before, SendPhase.Planned, board: board);

        Assert.Empty(view.Late.Concat(view.Stuck).Concat(view.Upcoming));
    }

    private static WatchView View(
        DateTimeOffset now,
        SendPhase phase,
        string? why = null,
        ControlBoard? board = null,
        DateTimeOffset? progress = null,
        int notCounted = 0,
        bool withdrawn = false,
        string? failure = null)
    {
        var caisses = new Dictionary<CaissePhase, int> { [CaissePhase.NotCounted] = notCounted };
        var status = new SendStatus(Some.Key, phase, why, caisses, 10, 10, new Dictionary<string, int>(), DeliveryCounts.None);
        var record = Some.Record() with { Withdrawn = withdrawn };
        var send = BoardSend.Of(record, record.Plan.Caisses.ToFrozenSet(StringComparer.Ordinal));
        var row = BoardRow.Of(send, new BoardStatus(status, failure), board ?? ControlBoard.Clear);
        return WatchView.Of([new WatchedSend(row, record, progress)], board ?? ControlBoard.Clear, now);
    }
}
