using Orchestration.Calendars;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

public sealed class PlanDifferenceTests
{
    private static readonly Send Send = Some.Send();

    [Fact]
    public void Compare_SamePlan_ChangesNothing()
    {
        var change = Assert.Single(Compare(Some.Calendar([Send]), Some.Calendar([Send])).Changes);

        Assert.Equal(PlanChangeKinds.None, change.Kinds);
        Assert.Empty(change.Words);
    }

    [Fact]
    public void Compare_AnotherDate_IsMovedInWords() => AssertChange(
        Send with { Moment = new FixedMoment(new DateOnly(2027, 4, 30)) },
        PlanChangeKinds.Moved,
        "invitation : déplacé du lundi 26/4 au vendredi 30/4");

    [Fact]
    public void Compare_AnotherDateAndWindow_NamesBoth() => AssertChange(
        Send with { Moment = new FixedMoment(new DateOnly(2028, 1, 3)), Window = TimeWindow.Parse("10:00-12:00") },
        PlanChangeKinds.Moved,
        "invitation : déplacé du lundi 26/4 au lundi 3/1/2028",
        "invitation : plage horaire de 10 h à 12 h au lieu de par défaut");

    [Fact]
    public void Compare_LongerSpread_NamesTheOldAndNewDays() => AssertChange(
        Send with { SpreadDays = 2 },
        PlanChangeKinds.Moved,
        "invitation : en métropole, en Alsace-Moselle, en Guadeloupe, en Martinique, en Guyane et à La Réunion, du lundi 26/4 au mardi 27/4, 2 jours, de 9 h à 20 h au lieu de : le lundi 26/4, de 9 h à 20 h",
        "invitation : à Mayotte, du lundi 26/4 au mercredi 28/4, 2 jours, de 9 h à 20 h au lieu de : le lundi 26/4, de 9 h à 20 h");

    [Fact]
    public void Compare_AnotherWindow_NamesTheHours() => AssertChange(
        Send with { Window = TimeWindow.Parse("10:00-12:30") },
        PlanChangeKinds.Moved,
        "invitation : partout, le lundi 26/4, de 10 h à 12 h 30 au lieu de : le lundi 26/4, de 9 h à 20 h");

    [Fact]
    public void Compare_WindowThatChangesNoSlot_IsStillAMove() => AssertChange(
        Send with { Window = TimeWindow.Parse("09:00-20:00") },
        PlanChangeKinds.Moved,
        "invitation : plage horaire de 9 h à 20 h au lieu de par défaut");

    [Fact]
    public void Compare_AnotherTemplateAndCriterion_IsContent() => AssertChange(
        Send with { Template = "national/autre", Criterion = "age >= 65" },
        PlanChangeKinds.Content,
        "invitation : le critère passe de « age >= 18 » à « age >= 65 »",
        "invitation : le modèle passe de « national/ror-invitation » à « national/autre »");

    [Fact]
    public void Compare_AnotherOrderOfChannels_IsContent() => AssertChange(
        Send with { Channels = [Channel.Sms, Channel.Email] },
        PlanChangeKinds.Content,
        "invitation : le canal passe de « e-mail, sinon SMS » à « SMS, sinon e-mail »");

    [Fact]
    public void Compare_MovedAndChanged_IsBoth()
    {
        var change = Assert.Single(Compare(
            Some.Calendar([Send]),
            Some.Calendar([Send with { Template = "national/autre", Moment = new FixedMoment(new DateOnly(2027, 4, 30)) }])).Changes);

        Assert.Equal(PlanChangeKinds.Moved | PlanChangeKinds.Content, change.Kinds);
        Assert.Equal(2, change.Words.Count);
    }

    [Fact]
    public void Compare_OtherCaisses_IsScope()
    {
        var before = Some.Calendar([Send]) with { Campaigns = [Some.Campaign() with { Caisses = ["CPAM-01", "CPAM-02"] }] };
        var after = Some.Calendar([Send]) with { Campaigns = [Some.Campaign() with { Caisses = ["CGSS-974", "CPAM-02"] }] };

        var change = Assert.Single(Compare(before, after).Changes);

        Assert.Equal(PlanChangeKinds.Scope, change.Kinds);
        Assert.Equal(
            ["invitation : 1 caisse ajoutée (CGSS-974)", "invitation : 1 caisse retirée (CPAM-01)"],
            change.Words.Select(Plain));
    }

    [Fact]
    public void Compare_SendAddedAndRemoved_NamesEach()
    {
        var difference = Compare(Some.Calendar([Some.Send("ancien"), Send]), Some.Calendar([Some.Send("nouveau"), Send]));

        Assert.Equal("ancien : retiré (lundi 26/4)", Plain(Assert.Single(difference.Of(PlanChangeKinds.Removed)).Words[0]));
        Assert.Equal("nouveau : ajouté (lundi 26/4)", Plain(Assert.Single(difference.Of(PlanChangeKinds.Added)).Words[0]));
        Assert.Equal(3, difference.Changes.Count);
    }

    [Fact]
    public void Compare_RecurrenceOnAnotherDay_RemovesAndAddsOccurrences()
    {
        var friday = Send with { Moment = new RecurringMoment(new Recurrence([4], [new MonthDay(DayOfWeek.Friday, 1)])) };
        var thursday = Send with { Moment = new RecurringMoment(new Recurrence([4], [new MonthDay(DayOfWeek.Thursday, 1)])) };

        var difference = Compare(Some.Calendar([friday]), Some.Calendar([thursday]));

        Assert.Equal(
            ["invitation, édition du 1/4 : ajouté (jeudi 1/4)", "invitation, édition du 2/4 : retiré (vendredi 2/4)"],
            difference.Changes.SelectMany(change => change.Words).Select(Plain));
    }

    private static void AssertChange(Send after, PlanChangeKinds kinds, params string[] words)
    {
        var change = Assert.Single(Compare(Some.Calendar([Send]), Some.Calendar([after])).Changes);

        Assert.Equal(kinds, change.Kinds);
        Assert.Equal(words, change.Words.Select(Plain));
    }

    private static string Plain(string words) => words.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static PlanDifference Compare(Calendar before, Calendar after) => PlanDifference.Compare(Plan(before), Plan(after));

    private static IReadOnlyList<PlannedSend> Plan(Calendar calendar) => Planner.Plan(calendar, new PlanningRules(), Some.Now).Sends;
}
