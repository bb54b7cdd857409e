using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Planning.Estimates;

namespace Orchestration.Tests.Planning.Checks;

/// <summary>People of a sample who would be contacted too often: criteria here are ranges of people, « 0-49 ».</summary>
public sealed class PressureCheckTests
{
    private static readonly DateOnly Monday = new(2027, 3, 1);

    [Theory]
    [InlineData(0, "0-99", 1)]
    [InlineData(2, "0-99", 1)]
    [InlineData(3, "0-99", 0)]
    [InlineData(0, "90-189", 0)]
    [InlineData(0, "89-188", 1)]
    public void Gap_SamePeopleWithinThreeDays_IsToldAboveATenth(int days, string people, int problems) =>
        Assert.Equal(problems, Problems(Send("a", 0, "0-99"), Send("b", days, people)).Count);

    [Fact]
    public void Gap_SmallAudienceInsideALargeOne_IsToldOfTheSmallOne()
    {
        var problem = Assert.Single(Problems(Send("petit", 0, "0-49"), Send("grand", 1, "0-199")));

        Assert.Contains("« petit »".Replace(' ', '\u00A0'), problem.What, StringComparison.Ordinal);
        Assert.Contains("100\u202F%", problem.What, StringComparison.Ordinal);
        Assert.Contains("1\u00A0jour avant", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Gap_TooFewPeople_SaysNothing() => Assert.Empty(Problems(Send("a", 0, "0-28"), Send("b", 1, "0-28")));

    [Fact]
    public void Window_FifthMessageInThirtyDays_IsTold()
    {
        Send[] four = [Send("a", 0, "0-99"), Send("b", 4, "0-99"), Send("c", 8, "0-99"), Send("d", 14, "0-99")];

        Assert.Empty(Problems(four));
        var problem = Assert.Single(Problems([.. four, Send("e", 21, "0-99")]));
        Assert.Contains("un message de trop en 30 jours", problem.What, StringComparison.Ordinal);
        Assert.Empty(Problems([.. four, Send("e", 31, "0-99")]));
    }

    [Fact]
    public void Window_ThirdSms_IsTold()
    {
        Send Sms(string id, int day) => Send(id, day, "0-99") with { Channels = [Channel.Sms] };

        Assert.Empty(Problems(Sms("a", 0), Sms("b", 7)));
        Assert.Single(Problems(Sms("a", 0), Sms("b", 7), Sms("c", 14)));
    }

    [Fact]
    public void Window_Professionals_AreSparedMore()
    {
        Send Letter(string id, int day) => Send(id, day, "0-99") with { Population = Population.Professionals };

        Assert.Empty(Problems(Letter("a", 0), Letter("b", 1), Letter("c", 15)));
        Assert.Single(Problems(Letter("a", 0), Letter("b", 1), Letter("c", 14)));
    }

    [Fact]
    public void Administrative_CountsForOthersAndIsNeverTold()
    {
        var calendar = Calendar(Send("a", 0, "0-99"), Send("droit", 1, "0-99") with { Campaign = "droits" });

        Assert.Empty(Problems(calendar));
        Assert.Single(Problems(Calendar(Send("droit", 0, "0-99") with { Campaign = "droits" }, Send("a", 1, "0-99"))));
    }

    [Fact]
    public void Spread_EachPersonOnTheirDay()
    {
        // Spread over five days from Monday to Friday: one in five has their day on Monday, when the other send goes out.
        var spread = Send("etale", 0, "0-99") with { SpreadDays = 5 };

        var problem = Assert.Single(Problems(spread, Send("b", 0, "0-99")));
        Assert.Contains("60\u202F%", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminder_OnlyConcernsThoseWhomTheFirstReached()
    {
        var reminder = Send("relance", 20, "0-199") with { Remind = "ror/a" };
        var plan = Planner.Plan(Calendar(Send("a", 0, "0-99"), reminder), Rules, Some.Now, Inputs);

        var volume = plan.Volumes[plan.Sends.Single(send => send.Key.Value.Contains("relance", StringComparison.Ordinal)).Key];
        Assert.Equal((100_000, true), (volume.Messages, volume.IsCounted));
    }

    private static readonly PlanningRules Rules = Some.Only(ProblemCodes.Pressure);

    private static readonly PlanningInputs Inputs = new() { Panel = new Ranges() };

    private static Send Send(string id, int day, string people) => Some.Send(id) with
    {
        Criterion = people,
        Channels = [Channel.Email],
        Moment = new FixedMoment(Monday.AddDays(day)),
    };

    private static Calendar Calendar(params Send[] sends) => Some.Calendar(sends) with
    {
        Campaigns = [Some.Campaign(), Some.Campaign() with { Id = "droits", Purpose = Purpose.Administrative }],
    };

    private static IReadOnlyList<CalendarProblem> Problems(params Send[] sends) => Problems(Calendar(sends));

    private static IReadOnlyList<CalendarProblem> Problems(Calendar calendar) =>
        [.. Planner.Plan(calendar, Rules, Some.Now, Inputs).Problems.Where(problem => problem.Code == ProblemCodes.Pressure)];

    private sealed class Ranges : IAudiencePanel
    {
        public int Size(Population population) => 200;

        public double Weight(Population population) => 1_000;

        public IReadOnlyList<string> Caisses(Population population) => [.. Enumerable.Repeat("CPAM-75", 200)];

        public IReadOnlyList<PanelHit> Select(Population population, string criterion, IReadOnlyList<Channel> channels, DateOnly reference)
        {
            int[] ends = [.. criterion.Split('-').Select(end => int.Parse(end, System.Globalization.CultureInfo.InvariantCulture))];
            return [.. Enumerable.Range(ends[0], ends[1] - ends[0] + 1).Select(person => new PanelHit(person, channels[0]))];
        }
    }
}
