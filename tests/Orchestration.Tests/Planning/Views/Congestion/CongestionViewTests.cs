using FsCheck;
using FsCheck.Fluent;
using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Views;
using Orchestration.Planning.Views.Congestion;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Planning.Views.Congestion;

public sealed class CongestionViewTests
{
    private static Gen<(DateOnly Date, int Spread, long Emails, long Sms)[]> Samples => (
        from day in Gen.Choose(0, 364)
        from spread in Gen.Choose(1, 7)
        from emails in Gen.Choose(0, 24_000_000)
        from sms in Gen.Choose(0, 1_000)
        select (new DateOnly(2027, 1, 1).AddDays(day), spread, (long)emails, (long)sms)).ArrayOf(3);

    [Fact]
    public void Of_AnyVolumes_LosesAndDoublesNothing() => Property.Holds(Samples, samples =>
    {
        var matrix = Matrix([.. samples.Select((sample, i) => Send($"envoi-{i}", sample.Date, sample.Spread))], (i, _) => new(samples[i].Emails, samples[i].Sms, true));
        return matrix.Total.Emails == samples.Sum(sample => sample.Emails)
            && matrix.Total.Sms == samples.Sum(sample => sample.Sms)
            && matrix.Weeks.Sum(week => week.Total.Messages) == matrix.Total.Messages
            && matrix.Weeks.All(week => week.Publics.Sum(load => load.Messages) == week.Total.Messages)
            && Math.Abs(matrix.Quarters.Sum(quarter => quarter.Share ?? 1) - 1) < 1e-9 == matrix.Quarters.Any(quarter => quarter.Share is not null);
    });

    [Fact]
    public void Of_SendSpreadOverAWeekEnd_IsSharedByBothWeeks()
    {
        // Friday, Saturday, Monday, Tuesday: nothing goes out on a Sunday.
        var matrix = Matrix([Send("invitation", new(2027, 10, 15), 4)], (_, _) => new(4_000_000, 0, false));

        var busy = matrix.Weeks.Where(week => week.Total.Sends > 0).ToList();
        Assert.Equal(["2027-W41", "2027-W42"], busy.Select(week => week.Week.ToString()));
        Assert.Equal([2_000_000, 2_000_000], busy.Select(week => week.Total.Messages));
        Assert.Equal(1.0, matrix.FourthQuarterShare);
        Assert.Equal(1, matrix.Total.Sends);
    }

    [Fact]
    public void Of_VolumeThatNobodyKnows_IsCountedAsUnknown()
    {
        var matrix = Matrix([Send("invitation", new(2027, 4, 27), 1)], (_, _) => null);

        Assert.Equal(new Load(0, 0, 1, 1), matrix.Total);
        Assert.Null(matrix.FourthQuarterShare);
        Assert.Equal([Population.Insured], matrix.Publics);
    }

    [Fact]
    public void Of_WholeYear_HasEachOfItsWeeksOnce()
    {
        var weeks = Matrix([Send("invitation", new(2027, 4, 27), 1)], (_, _) => null).Weeks;

        Assert.Equal((new IsoWeek(2026, 53), new IsoWeek(2027, 52)), (weeks[0].Week, weeks[^1].Week));
        Assert.Equal(53, weeks.Count);
    }

    [Fact]
    public void Of_Journey_IsInEveryWeekWhenItsVolumeIsKnownAndElseNamed()
    {
        var calendar = Some.Calendar([Some.Send("dix-huit-ans") with { Moment = new DailyMoment(new DateOnly(2027, 12, 30)) }]);
        var plan = Planner.Plan(calendar, new PlanningRules(), Some.Now);
        var known = plan with { Volumes = new Dictionary<SendKey, VolumeEstimate> { [plan.Journeys[0].Model.Key] = new(100, 10, true) } };

        Assert.Equal(["ror/dix-huit-ans"], CongestionView.Of(plan, 2027).UnknownJourneys);
        Assert.Equal(Load.None, CongestionView.Of(plan, 2027).Total);
        Assert.Equal(new Load(200, 20, 1, 0), CongestionView.Of(known, 2027).Total);
    }

    private static Send Send(string id, DateOnly date, int spread) =>
        Some.Send(id) with { Moment = new FixedMoment(date), SpreadDays = spread };

    private static CongestionMatrix Matrix(IReadOnlyList<Send> sends, Func<int, PlannedSend, VolumeEstimate?> volume)
    {
        var plan = Planner.Plan(Some.Calendar(sends), new PlanningRules(), Some.Now);
        var volumes = plan.Sends.Select((send, i) => (send.Key, Volume: volume(i, send))).Where(pair => pair.Volume is not null);
        return CongestionView.Of(plan with { Volumes = volumes.ToDictionary(pair => pair.Key, pair => pair.Volume!) }, 2027);
    }
}
