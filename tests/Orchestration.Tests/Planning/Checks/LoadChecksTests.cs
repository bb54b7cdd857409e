using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning.Checks;

/// <summary>What a day, a week and a quarter can carry.</summary>
public sealed class LoadChecksTests
{
    private static readonly DateOnly Tuesday = new(2027, 4, 20);

    /// <summary>A public holiday in Mayotte alone.</summary>
    private static readonly DateOnly AbolitionInMayotte = new(2027, 4, 27);

    [Theory]
    [InlineData(8_000_000, 1, 0)]
    [InlineData(8_000_001, 1, 1)]
    [InlineData(16_000_000, 2, 0)]
    public void Capacity_EmailsOfADay_CountsTheSpread(long volume, int spread, int problems) =>
        Assert.Equal(problems, Problems(ProblemCodes.CapacityExceeded, Send(volume) with { Channels = [Channel.Email], SpreadDays = spread }).Count);

    [Fact]
    public void Capacity_ZoneThatGoesAnotherDay_CountsThere()
    {
        var send = Send(8_000_001) with { Channels = [Channel.Email], Moment = new FixedMoment(AbolitionInMayotte) };

        Assert.Empty(Problems(ProblemCodes.CapacityExceeded, send));
    }

    [Fact]
    public void Capacity_SmsOfADay_HasItsOwnLimit()
    {
        var problem = Assert.Single(Problems(ProblemCodes.CapacityExceeded, Send(1_200_000) with { Channels = [Channel.Sms] }));

        Assert.Equal((Severity.Error, "B3"), (problem.Severity, problem.Source));
        Assert.Contains("1 200 000 SMS".Replace(' ', '\u202F').Replace("\u202FSMS", " SMS", StringComparison.Ordinal), problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Capacity_TwoSendsOfOneDay_AddUp()
    {
        Send[] sends = [Send(5_000_000) with { Channels = [Channel.Email] }, Send(4_000_000) with { Id = "autre", Channels = [Channel.Email] }];

        Assert.Contains("invitation et autre", Assert.Single(Problems(ProblemCodes.CapacityExceeded, sends)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Capacity_NarrowWindow_MustHoldAllOfIt()
    {
        var send = Send(1_500_000) with { Channels = [Channel.Email], Window = TimeWindow.Parse("09:00-10:00") };

        Assert.Single(Problems(ProblemCodes.CapacityExceeded, send));
        Assert.Empty(Problems(ProblemCodes.CapacityExceeded, send with { Window = TimeWindow.Parse("09:00-11:00") }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 0)]
    public void Capacity_SendThatAwaitsItsTrigger_MustFitBeforeItIsRaised(int spread, int problems) => Assert.Equal(
        problems,
        Problems(ProblemCodes.CapacityExceeded, Send(6_000_000) with { Moment = new TriggeredMoment("pic", null), Channels = [Channel.Sms], SpreadDays = spread }).Count);

    [Fact]
    public void Capacity_IsACheck_NeverMovesTheSend()
    {
        var slots = Planner.Plan(Some.Calendar([Send(60_000_000)]), new PlanningRules(), Some.Now).Sends[0].Zones[0].Slots;

        Assert.Equal(Planner.Plan(Some.Calendar([Send(1)]), new PlanningRules(), Some.Now).Sends[0].Zones[0].Slots, slots);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void CallCentre_PeopleWhoPhone_AreCounted(int percent, int problems) =>
        Assert.Equal(problems, Problems(ProblemCodes.CallCentre, Send(4_000_000) with { CallPercent = percent }).Count);

    [Theory]
    [InlineData(29_000_000, 0)]
    [InlineData(30_000_000, 1)]
    public void Congestion_WeekOfAPublic_IsAShareOfItsHeadcount(long volume, int problems) =>
        Assert.Equal(problems, Problems(ProblemCodes.WeekCongestion, Send(volume)).Count);

    [Fact]
    public void Congestion_LastQuarter_CountsCampaignsAlone()
    {
        var spring = Send(5_000_000);
        var autumn = Send(5_000_000) with { Id = "automne", Moment = new FixedMoment(new DateOnly(2027, 11, 16)) };
        var letter = Send(20_000_000) with { Id = "lettre", Moment = new RecurringMoment(new Recurrence([1], [new MonthDay(null, 12)])) };

        Assert.Single(Problems(ProblemCodes.LastQuarter, spring, autumn, letter));
        Assert.Empty(Problems(ProblemCodes.LastQuarter, spring with { Volume = 6_000_000 }, autumn, letter));
    }

    [Theory]
    [InlineData(Population.Insured, 65_000_000, 0)]
    [InlineData(Population.Insured, 65_000_001, 1)]
    [InlineData(Population.Professionals, 400_001, 1)]
    public void Headcount_LargerThanThePublic_IsAnError(Population population, long volume, int problems)
    {
        var found = Problems(ProblemCodes.Headcount, Send(volume) with { Population = population });

        Assert.Equal(problems, found.Count);
        Assert.All(found, problem => Assert.Equal(Severity.Error, problem.Severity));
    }

    [Fact]
    public void Volumes_OfThePlanner_AreSplitByChannel()
    {
        var plan = Planner.Plan(Some.Calendar([Send(8_500_000)]), new PlanningRules(), Some.Now);

        var volume = plan.Volumes[plan.Sends[0].Key];
        Assert.Equal((6_500_000, 2_000_000, false), (volume.Emails, volume.Sms, volume.IsCounted));
    }

    private static Send Send(long volume) => Some.Send() with { Volume = volume, Moment = new FixedMoment(Tuesday) };

    private static IReadOnlyList<CalendarProblem> Problems(string code, params Send[] sends) =>
        [.. Planner.Plan(Some.Calendar(sends), Some.Only(code), Some.Now).Problems.Where(problem => problem.Code == code)];
}
