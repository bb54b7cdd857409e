using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Operations.Views.Worklists;
using Orchestration.Planning.Views;
using Orchestration.Planning.Views.Feeds;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Views;

public sealed class WorklistViewTests
{
    // Some.Plan goes out on Tuesday 27 April 2027, from 9 to 19:30 in Paris, and is prepared on the evening before.
    private static readonly IsoWeek Week = new(2027, 17);

    private static readonly DateTimeOffset Monday = new(2027, 4, 26, 4, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset After = Some.Slot.End.AddHours(1);

    [Fact]
    public void Leaving_SendWithASlotInTheWeek_IsThereWithItsState()
    {
        var leaving = Assert.Single(Make(Records(), Monday).Leaving);

        Assert.Equal((Some.Key, new DateOnly(2027, 4, 27), "prévu", null), (leaving.Send, leaving.From, leaving.State, leaving.Volume));
        Assert.Equal("visa attendu", Assert.Single(Make(Records(Status(SendPhase.WaitingForVisa, "visa attendu")), Monday).Leaving).State);
        Assert.Equal("suspendu", Assert.Single(Make(Records() with { Control = Held(SendControl.Paused) }, Monday).Leaving).State);
    }

    [Fact]
    public void Leaving_AnotherWeekOrCancelled_IsNotThere()
    {
        Assert.Empty(WorklistView.Of(Records(), new IsoWeek(2027, 16), Monday).Leaving);
        Assert.Empty(WorklistView.Of(Records(), new IsoWeek(2027, 18), Monday).Leaving);
        Assert.Empty(Make(Records() with { Control = Held(SendControl.Cancelled) }, Monday).Leaving);
    }

    [Fact]
    public void Visas_OfThisCalendar_AreThereSoonestFirstAndUrgentWithinTheWeek()
    {
        var sunday = new DateTimeOffset(2027, 5, 2, 21, 0, 0, TimeSpan.Zero);
        var records = Records() with
        {
            Pending = [Visa(Some.OtherKey, sunday.AddHours(2)), Visa(Some.Key, sunday), Visa(SendKey.Parse("autre-2027.a.b.1"), sunday), Visa(SendKey.Parse("essai-2027-bis.a.b.1"), sunday)],
        };

        Assert.Equal([(Some.Key, true), (Some.OtherKey, false)], Make(records, Monday).Visas.Select(visa => (visa.Send, visa.IsUrgent)));
    }

    [Theory]
    [InlineData(SendPhase.WaitingForVisa, "visa attendu", "aurait dû être préparé\u00A0: visa attendu")]
    [InlineData(SendPhase.Planned, "aucun datamart", "aurait dû commencer\u00A0: aucun datamart")]
    [InlineData(SendPhase.Sending, null, "son dernier créneau est passé, tout n’est pas parti")]
    [InlineData(SendPhase.Over, "expiré", "n’est pas parti\u00A0: expiré")]
    public void Late_AfterItsSlot_SaysWhatDidNotHappen(SendPhase phase, string? why, string what) =>
        Assert.Equal(what, Assert.Single(Make(Records(Status(phase, why)), After).Late).What);

    [Theory]
    [InlineData(SendPhase.Sent)]
    [InlineData(SendPhase.Closed)]
    public void Late_AllHasGone_IsNot(SendPhase phase) => Assert.Empty(Make(Records(Status(phase, null)), After).Late);

    [Fact]
    public void Late_BeforeItsEvening_IsNothing()
    {
        Assert.Empty(Make(Records(Status(SendPhase.WaitingForVisa, "visa attendu")), Monday).Late);
        Assert.Empty(Make(Records(), Monday).Late);
    }

    [Fact]
    public void Late_NeverStarted_IsToldInItsWeekAndTheNextAlone()
    {
        Assert.Equal("aurait dû commencer\u00A0: pas encore programmé", Assert.Single(Make(Records(), After).Late).What);
        Assert.Single(WorklistView.Of(Records(), new IsoWeek(2027, 18), After.AddDays(7)).Late);
        Assert.Empty(WorklistView.Of(Records(), new IsoWeek(2027, 19), After.AddDays(14)).Late);
    }

    [Fact]
    public void Late_HeldWhileItsSlotRuns_IsTold() =>
        Assert.Equal("suspendu, alors que son créneau a commencé", Assert.Single(Make(Records(Status(SendPhase.Sending, null)) with { Control = Held(SendControl.Paused) }, Some.Now).Late).What);

    [Fact]
    public void Late_CaissesThatCouldNotBePrepared_AreCounted()
    {
        var status = Status(SendPhase.Sending, null) with { Caisses = new Dictionary<CaissePhase, int> { [CaissePhase.NotCounted] = 3 } };

        Assert.Equal("3\u00A0caisses n’ont pas pu être préparées", Assert.Single(Make(Records(status), Some.Now).Late).What);
    }

    [Fact]
    public void Late_Cancelled_IsNot() => Assert.Empty(Make(Records() with { Control = Held(SendControl.Cancelled) }, After).Late);

    [BrowserFact]
    public async Task Page_InABrowser_HasNoAxeViolationAndFitsEveryScreen() =>
        await Accessibility.HoldsAsync(WorklistPage.Write(Make(
            Records(Status(SendPhase.Planned, "aucun datamart")) with { Pending = [Visa(Some.OtherKey, Monday), Visa(Some.Key, Monday.AddDays(30))] }, After)));

    private static Worklist Make(WorklistRecords records, DateTimeOffset now) => WorklistView.Of(records, Week, now);

    private static WorklistRecords Records(params SendStatus[] statuses) => new(
        new FeedSource("essai-2027", 1, Monday, null, [Some.Plan()], [], new HashSet<SendKey>()),
        statuses.ToDictionary(status => status.Send),
        [],
        ControlBoard.Clear);

    private static SendStatus Status(SendPhase phase, string? why) => new(
        Some.Key, phase, why, new Dictionary<CaissePhase, int>(), 0, 0, new Dictionary<string, int>(), DeliveryCounts.None);

    private static ControlBoard Held(SendControl state) =>
        ControlBoard.Clear.With(Some.Key, new ControlEntry(state, "léa", "essai", Monday));

    private static VisaRequest Visa(SendKey send, DateTimeOffset neededBy) =>
        new(send, new string('a', 64), "national/essai", "Dicom/DCP", "Rougeole", neededBy, Monday);
}
