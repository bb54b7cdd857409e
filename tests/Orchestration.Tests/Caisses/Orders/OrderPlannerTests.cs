using Orchestration.Caisses.Orders;
using Orchestration.Planning;

namespace Orchestration.Tests.Caisses.Orders;

public sealed class OrderPlannerTests
{
    [Fact]
    public void Plan_FreeDate_IsOneSendInOneCaisse()
    {
        var planning = SomeOrder.Planner().Plan(SomeOrder.Wish());

        var plan = planning.Accepted!;
        Assert.Equal("cmd-cpam-80-6d2f01c4-8f2a.compte-ameli.envoi.1", plan.Key.Value);
        Assert.Equal(["CPAM-80"], plan.Caisses);
        Assert.Equal(SomeOrder.Pinned, plan.Pinned);
        Assert.Equal(new Slot(At(4, 13, 7), At(4, 13, 18)), Assert.Single(Assert.Single(plan.Zones).Slots));
        Assert.Empty(planning.Remarks);
        Assert.Null(planning.Collision);
    }

    [Fact]
    public void Plan_PublicHolidayOfTheCaisse_MovesAndSaysWhy()
    {
        var here = SomeOrder.Planner().Plan(SomeOrder.Wish("2027-05-27", "CGSS-971"));
        var there = SomeOrder.Planner().Plan(SomeOrder.Wish("2027-05-27"));

        Assert.Equal("Le jeudi 27/5 : férié en Guadeloupe (abolition de l’esclavage), reporté au vendredi 28/5.", Plain(Assert.Single(here.Remarks)));
        Assert.Equal(new DateTimeOffset(2027, 5, 28, 13, 0, 0, TimeSpan.Zero), here.Accepted!.Zones[0].Slots[0].Start);
        Assert.Empty(there.Remarks);
    }

    [Theory]
    [InlineData("2027-02-28", "Le dimanche 28/2 est passé.")]
    [InlineData("0001-01-01", "Le lundi 1/1/0001 est passé.")]
    [InlineData("2027-03-01", "Un envoi du lundi 1/3 se prépare la veille à 18 h, et ce moment est passé.")]
    [InlineData("2028-03-02", "Le jeudi 2/3/2028 est trop loin : une commande se passe 366 jours à l’avance au plus.")]
    [InlineData("9999-12-31", "Le vendredi 31/12/9999 est trop loin : une commande se passe 366 jours à l’avance au plus.")]
    public void Plan_DateThatCannotBe_SaysWhyAndProposes(string date, string expected)
    {
        var fault = Assert.Single(SomeOrder.Planner().Plan(SomeOrder.Wish(date)).Faults);

        Assert.Equal(("date", expected), (fault.Field, Plain(fault.Detail)));
        Assert.NotEmpty(fault.Mend);
    }

    // The evening before is prepared at 18:00 in Paris, 17:00 UTC in winter.
    [Theory]
    [InlineData(16, 59, true)]
    [InlineData(17, 0, false)]
    public void Plan_Tomorrow_IsPossibleUntilItsPreparation(int hour, int minute, bool isPossible)
    {
        var now = new DateTimeOffset(2027, 3, 1, hour, minute, 0, TimeSpan.Zero);

        var planning = SomeOrder.Planner(new PlanningRules(), now).Plan(SomeOrder.Wish("2027-03-02"));

        Assert.Equal(isPossible, planning.Accepted is not null);
        Assert.All(planning.Faults, fault => Assert.Equal("Choisissez par exemple le mercredi 3 mars 2027.", fault.Mend));
    }

    [Fact]
    public void Plan_WindowWithoutHour_IsAFaultOfTheWindow()
    {
        var wish = SomeOrder.Wish() with { Window = TimeWindow.Parse("21:00-22:00") };

        var fault = Assert.Single(SomeOrder.Planner().Plan(wish).Faults);

        Assert.Equal("window", fault.Field);
        Assert.Contains("les SMS partent de 8 h à 20 h", Plain(fault.Mend), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ClosedPeriod_PutsOff()
    {
        var rules = new PlanningRules();
        rules.Blackouts.Add(new Blackout { Name = "panne", From = SomeOrder.Date("2027-04-12"), To = SomeOrder.Date("2027-04-14"), IsClosed = true });

        var planning = SomeOrder.Planner(rules, SomeOrder.Now).Plan(SomeOrder.Wish());

        Assert.Equal(At(4, 15, 7), planning.Accepted!.Zones[0].Slots[0].Start);
        Assert.Equal("Le mardi 13/4 : rien ne part pendant « panne », reporté au jeudi 15/4.", Plain(Assert.Single(planning.Remarks)));
    }

    [Fact]
    public void Plan_PeriodToStayOutOf_IsAFaultWithAnotherDate()
    {
        var rules = new PlanningRules();
        rules.Blackouts.Add(new Blackout { Name = "débat", From = SomeOrder.Date("2027-04-12"), To = SomeOrder.Date("2027-04-16") });

        var fault = Assert.Single(SomeOrder.Planner(rules, SomeOrder.Now).Plan(SomeOrder.Wish()).Faults);

        Assert.Contains("débat", fault.Detail, StringComparison.Ordinal);
        Assert.Equal("Choisissez par exemple le samedi 17 avril 2027.", fault.Mend);
    }

    [Fact]
    public void Plan_AfterTheModelCloses_IsAFault()
    {
        var wish = SomeOrder.Wish("2027-05-10") with { Until = SomeOrder.Date("2027-05-08") };

        var fault = Assert.Single(SomeOrder.Planner().Plan(wish).Faults);

        Assert.Equal("Ce modèle ne part plus après le samedi 8/5.", fault.Detail);
        Assert.StartsWith("Aucune date", fault.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_NationalWaveOnTheTheme_IsRefusedWithTheNextDate()
    {
        var planning = SomeOrder.Planner(SomeOrder.Wave("2027-04-15", "2027-04-20")).Plan(SomeOrder.Wish());

        Assert.Null(planning.Accepted);
        Assert.NotNull(planning.Plan);
        var collision = planning.Collision!;
        Assert.Equal((SomeOrder.Date("2027-04-28"), false), (collision.NextPossibleDate!.Value, collision.IsDeferred));
        Assert.Contains("« Mon compte ameli »", Plain(collision.Reason), StringComparison.Ordinal);
    }

    // The first free day is the 28th, which is near the second wave; after that one comes Ascension Day, then a Friday.
    [Fact]
    public void Plan_Deferred_GoesOutOnTheNextDateThatIsFreeAndASendingDay()
    {
        var planner = SomeOrder.Planner(SomeOrder.Wave("2027-04-15", "2027-04-20"), SomeOrder.Wave("2027-04-28", "2027-04-28"));
        var wish = SomeOrder.Wish() with { IfBusy = IfBusy.Defer };

        var planning = planner.Plan(wish);

        Assert.True(planning.Collision!.IsDeferred);
        Assert.Equal(SomeOrder.Date("2027-05-07"), planning.Collision.NextPossibleDate);
        Assert.Equal(At(5, 7, 7), planning.Accepted!.Zones[0].Slots[0].Start);
        Assert.StartsWith("L’envoi est reporté au vendredi 7/5", Assert.Single(planning.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_DeferredBeyondItsEnd_IsRefused()
    {
        var wish = SomeOrder.Wish() with { IfBusy = IfBusy.Defer, Until = SomeOrder.Date("2027-04-27") };

        var planning = SomeOrder.Planner(SomeOrder.Wave("2027-04-15", "2027-04-20")).Plan(wish);

        Assert.Null(planning.Accepted);
        Assert.Null(planning.Collision!.NextPossibleDate);
    }

    [Fact]
    public void Plan_WaveOfOtherCaisses_IsInNobodysWay() =>
        Assert.NotNull(SomeOrder.Planner(SomeOrder.Wave("2027-04-15", "2027-04-20", "compte-ameli", "CPAM-75")).Plan(SomeOrder.Wish()).Accepted);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static DateTimeOffset At(int month, int day, int hour) => new(2027, month, day, hour, 0, 0, TimeSpan.Zero);
}
