using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

/// <summary>Invariant E3: staff before the public, always; professionals before the public, or with a waiver.</summary>
public sealed class PrecedenceTests
{
    private static readonly PlanningRules Rules =
        Some.Only(ProblemCodes.ProfessionalsAfterPublic, ProblemCodes.StaffMissing, ProblemCodes.FarFromWave, ProblemCodes.Past);

    private static readonly Send Public = Some.Send() with { Moment = Anchored(0) };

    [Theory]
    [InlineData(-7, true)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Plan_StaffAroundTheWave_MustComeBefore(int offset, bool isRight)
    {
        var problems = Problems(Public, Staff(offset));

        Assert.Equal(isRight ? [] : [(ProblemCodes.StaffAfterPublic, Severity.Error)], problems);
    }

    [Fact]
    public void Plan_StaffLateWithAWaiver_IsStillAnError() =>
        Assert.Equal([(ProblemCodes.StaffAfterPublic, Severity.Error)], Problems(Public, Staff(0) with { Waiver = "accord de la direction" }));

    [Fact]
    public void Plan_ProfessionalsLate_IsAnErrorUnlessWaived()
    {
        var late = Professionals(3);

        Assert.Equal([(ProblemCodes.ProfessionalsAfterPublic, Severity.Error)], Problems(Public, Staff(-7), late));
        Assert.Equal(
            [(ProblemCodes.ProfessionalsAfterPublic, Severity.Warning)],
            Problems(Public, Staff(-7), late with { Waiver = "congrès la semaine précédente" }));
    }

    [Fact]
    public void Plan_FirstOfSeveralStaffSendsInTime_IsEnough() => Assert.Empty(Problems(Public, Staff(-7), Staff(10) with { Id = "suite" }));

    [Fact]
    public void Plan_StaffHeldByAHolidayUntilThePublicKnows_IsAnError()
    {
        // In Mayotte 27 April is a holiday: a staff send on that day would leave on the 28th, when the wave has begun.
        var wave = Some.Wave() with { Start = new DateOnly(2027, 4, 28) };
        var plan = Planner.Plan(Some.Calendar([Public, Staff(-1)], wave), Rules, Some.Now);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(ProblemCodes.StaffAfterPublic, problem.Code);
        Assert.Contains("à Mayotte", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_PublicSendBeforeTheWave_CountsAsTheLaunch()
    {
        var early = Public with { Id = "avant-premiere", Moment = new FixedMoment(new DateOnly(2027, 4, 12)) };

        Assert.Equal([(ProblemCodes.StaffAfterPublic, Severity.Error)], Problems(Public, early, Staff(-7)));
    }

    [Fact]
    public void Plan_CampaignWithoutWave_ComparesTheSends()
    {
        var staff = Some.Send("collaborateurs") with { Population = Population.Staff, Moment = new FixedMoment(new DateOnly(2027, 4, 26)) };
        var plan = Planner.Plan(Some.Calendar([Some.Send(), staff]), Rules, Some.Now);

        Assert.Equal(ProblemCodes.StaffAfterPublic, Assert.Single(plan.Problems).Code);
    }

    [Fact]
    public void Plan_RecurringPublicSend_LaunchesNothing()
    {
        var letter = Some.Send("lettre") with { Moment = new RecurringMoment(new Recurrence([1], [new MonthDay(null, 12)])) };

        Assert.Empty(Problems(letter, Public, Staff(-7)));
    }

    [Fact]
    public void Plan_CampaignForProfessionalsOnly_HasNoPublicToPrecede() => Assert.Empty(Problems(Professionals(2)));

    [Fact]
    public void Plan_WaveWithoutStaff_Warns() => Assert.Equal([(ProblemCodes.StaffMissing, Severity.Warning)], Problems(Public));

    [Fact]
    public void Plan_EachWave_HasItsOwnBefore()
    {
        var second = Some.Wave("ror-v2") with { Start = new DateOnly(2027, 9, 7), End = new DateOnly(2027, 9, 26) };
        Send[] sends =
        [
            Public, Staff(-7),
            Staff(0) with { Id = "collaborateurs-2", Moment = new WaveMoment("ror-v2", WaveEdge.Start, 0, OffsetUnit.Days) },
        ];

        var plan = Planner.Plan(Some.Calendar(sends, Some.Wave(), second), Rules, Some.Now);

        Assert.Contains("collaborateurs-2", Assert.Single(plan.Problems).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-60, 0)]
    [InlineData(-61, 1)]
    [InlineData(79, 0)]
    [InlineData(80, 1)]
    public void Plan_SendFarFromItsWave_OnlyWarns(int offset, int warnings)
    {
        // The wave lasts 20 days, so its last day is J+19.
        var problems = Problems(Some.Send("relais") with { Population = Population.Relays, Moment = Anchored(offset) });

        Assert.Equal(Enumerable.Repeat((ProblemCodes.FarFromWave, Severity.Warning), warnings), problems);
    }

    [Theory]
    [InlineData("2027-04-26T06:59:00Z", 0)]
    [InlineData("2027-04-26T12:00:00Z", 1)]
    [InlineData("2027-06-01T00:00:00Z", 1)]
    public void Plan_SlotsBeforeNow_WarnAndArePlannedAllTheSame(string now, int warnings)
    {
        var calendar = Some.Calendar([Some.Send()]) with { Campaigns = [Some.Campaign() with { Caisses = ["CPAM-75"] }] };

        var plan = Planner.Plan(calendar, Rules, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(warnings, plan.Problems.Count);
        Assert.All(plan.Problems, problem => Assert.Equal((ProblemCodes.Past, Severity.Warning), (problem.Code, problem.Severity)));
        Assert.Equal(Some.Plan(calendar).Zones[0].Slots, Assert.Single(plan.Sends).Zones[0].Slots);
    }

    private static Send Staff(int offset) => Some.Send("collaborateurs") with { Population = Population.Staff, Moment = Anchored(offset) };

    private static Send Professionals(int offset) =>
        Some.Send("professionnels") with { Population = Population.Professionals, Moment = Anchored(offset) };

    private static WaveMoment Anchored(int offset) => new("ror-v1", WaveEdge.Start, offset, OffsetUnit.Days);

    private static IEnumerable<(string Code, Severity Severity)> Problems(params Send[] sends) =>
        Planner.Plan(Some.Calendar(sends, Some.Wave()), Rules, Some.Now).Problems
            .Select(problem => (problem.Code, problem.Severity));
}
