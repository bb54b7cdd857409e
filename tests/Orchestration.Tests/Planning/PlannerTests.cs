using System.Globalization;
using System.Text;
using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Planning;
using Orchestration.Tests.Calendars;

namespace Orchestration.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly DateTimeOffset DemoStart = new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Plan_DemoCalendar_IsAsApproved()
    {
        var plan = Planner.Plan(CalendarFiles.LoadDemo(), new PlanningRules(), DemoStart);

        Assert.Equal(ProblemCodes.HolidaySomewhere, Assert.Single(plan.Problems).Code);
        Approved.Match("demo.plan.txt", Text(plan));
    }

    [Theory]
    [InlineData("2027-04-25", HolidayRule.Next, "2027-04-26")]
    [InlineData("2027-04-25", HolidayRule.Previous, "2027-04-26")]
    [InlineData("2027-04-25", HolidayRule.Skip, "2027-04-26")]
    [InlineData("2027-05-17", HolidayRule.Next, "2027-05-18")]
    [InlineData("2027-05-17", HolidayRule.Previous, "2027-05-15")]
    [InlineData("2027-03-29", HolidayRule.Previous, "2027-03-27")]
    [InlineData("2027-03-29", HolidayRule.Next, "2027-03-30")]
    [InlineData("2027-08-15", HolidayRule.Previous, "2027-08-14")]
    [InlineData("2027-01-01", HolidayRule.Previous, "2026-12-31")]
    public void Plan_DateNotAllowed_MovesAsItsRuleSays(string date, HolidayRule rule, string moved)
    {
        var zone = InMetropole(Some.Send() with { Moment = Fixed(date), OnHoliday = rule });

        Assert.Equal(moved, zone.Slots[0].Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(3, zone.Reasons.Count);
    }

    [Fact]
    public void Plan_HolidaySkipped_LeavesOnlyThatZoneWithoutSlots()
    {
        var plan = Some.Plan(Some.Calendar([Some.Send() with { Moment = Fixed("2027-04-27"), OnHoliday = HolidayRule.Skip }]));

        var skipped = Assert.Single(plan.Zones, zone => zone.Slots.Count == 0);
        Assert.Equal(HolidayZone.Mayotte, skipped.HolidayZone);
        Assert.Equal(skipped.PrepareAt, skipped.ExpiresAt);
        Assert.Contains("férié à Mayotte", skipped.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_HolidaySkippedEverywhere_Warns()
    {
        var plan = Planner.Plan(
            Some.Calendar([Some.Send() with { Moment = Fixed("2027-05-17"), OnHoliday = HolidayRule.Skip }]), new PlanningRules(), Some.Now);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal((ProblemCodes.SkippedEverywhere, Severity.Warning), (problem.Code, problem.Severity));
    }

    [Fact]
    public void Plan_SeveralChannels_UsesTheHoursTheyShare()
    {
        // Saturday: e-mail 08:00-20:00, SMS 10:00-19:00.
        var zone = InMetropole(Some.Send() with { Moment = Fixed("2027-04-24") });

        Assert.Equal([new Slot(new(2027, 4, 24, 8, 0, 0, default), new(2027, 4, 24, 17, 0, 0, default))], zone.Slots);
    }

    [Fact]
    public void Plan_Window_NarrowsTheHoursAndStaysWithTheSend()
    {
        var window = TimeWindow.Parse("09:30-21:00");
        var plan = Some.Plan(Some.Calendar([Some.Send() with { Window = window }]));

        var slot = Assert.Single(plan.Zones.Single(zone => zone.HolidayZone == HolidayZone.Metropole).Slots);
        Assert.Equal(new Slot(new(2027, 4, 26, 7, 30, 0, default), new(2027, 4, 26, 18, 0, 0, default)), slot);
        Assert.Equal(window, plan.Window);
    }

    [Fact]
    public void Plan_WindowThatLeavesNothing_IsAnErrorAndTheRestIsPlanned()
    {
        var plan = Planner.Plan(
            Some.Calendar([Some.Send() with { Window = TimeWindow.Parse("20:00-22:00") }, Some.Send("autre")]), new PlanningRules(), Some.Now);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal((ProblemCodes.WindowEmpty, Severity.Error), (problem.Code, problem.Severity));
        Assert.Equal("essai-2027.ror.autre.1", Assert.Single(plan.Sends).Key.Value);
    }

    [Fact]
    public void Plan_OneSlot_IsPreparedTheEveningBeforeAndExpiresTwoAllowedDaysLater()
    {
        // Friday 30 April: 1 May is a holiday and 2 May a Sunday, so the allowed days after it are 3 and 4 May.
        var zone = InMetropole(Some.Send() with { Moment = Fixed("2027-04-30") });

        Assert.Equal(new DateTimeOffset(2027, 4, 29, 16, 0, 0, default), zone.PrepareAt);
        Assert.Equal(new DateTimeOffset(2027, 5, 4, 18, 0, 0, default), zone.ExpiresAt);
    }

    [Theory]
    [InlineData(WaveEdge.Start, -2, OffsetUnit.WorkingDays, "2027-04-23")]
    [InlineData(WaveEdge.Start, 4, OffsetUnit.WorkingDays, "2027-05-03")]
    [InlineData(WaveEdge.End, 2, OffsetUnit.WorkingDays, "2027-05-19")]
    [InlineData(WaveEdge.End, 2, OffsetUnit.Days, "2027-05-18")]
    [InlineData(WaveEdge.Start, 0, OffsetUnit.Days, "2027-04-27")]
    public void Plan_AnchoredSend_CountsFromTheWave(WaveEdge edge, int offset, OffsetUnit unit, string date)
    {
        // To relays: no rule says what they must come before.
        var send = Some.Send() with { Moment = new WaveMoment("ror-v1", edge, offset, unit), Population = Population.Relays };

        var plan = Some.Plan(Some.Calendar([send], Some.Wave()));

        Assert.Equal(date, plan.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Plan_Recurrence_KeysItsOccurrencesByTheirDate()
    {
        var recurrence = new Recurrence([3, 4], [new MonthDay(DayOfWeek.Friday, MonthDay.Last)]);
        var plan = Planner.Plan(Some.Calendar([Some.Send() with { Moment = new RecurringMoment(recurrence) }]), new PlanningRules(), Some.Now);

        Assert.Equal(["essai-2027.ror.invitation.2027-03-26", "essai-2027.ror.invitation.2027-04-30"], plan.Sends.Select(send => send.Key.Value));
    }

    [Fact]
    public void Plan_RecurrenceWithoutADate_IsAnError()
    {
        var recurrence = new Recurrence([2], [new MonthDay(DayOfWeek.Friday, 5)]);
        var plan = Planner.Plan(Some.Calendar([Some.Send() with { Moment = new RecurringMoment(recurrence) }]), new PlanningRules(), Some.Now);

        Assert.Equal(ProblemCodes.NoOccurrence, Assert.Single(plan.Problems).Code);
    }

    [Fact]
    public void Plan_MoreDatesThanAYearHolds_IsAnErrorAndStopsThere()
    {
        var daily = new Recurrence([.. Enumerable.Range(1, 12)], [.. Enumerable.Range(1, 28).Select(day => new MonthDay(null, day))]);
        var sends = Enumerable.Range(0, 200).Select(i => Some.Send($"envoi-{i}") with { Moment = new RecurringMoment(daily) });
        var calendar = Some.Calendar([.. sends]) with { Campaigns = [Some.Campaign() with { Caisses = ["CPAM-75"] }] };

        var plan = Planner.Plan(calendar, new PlanningRules(), Some.Now);

        Assert.Contains(plan.Problems, problem => (problem.Code, problem.Severity) == (ProblemCodes.TooManyOccurrences, Severity.Error));
        Assert.InRange(plan.Sends.Count, 1, Planner.MaxOccurrences);
    }

    [Fact]
    public void Plan_SomeCaisses_OnlyHasTheirZones()
    {
        var calendar = Some.Calendar([Some.Send()]) with { Campaigns = [Some.Campaign() with { Caisses = ["CGSS-974", "CPAM-57", "CPAM-67"] }] };

        Assert.Equal([HolidayZone.AlsaceMoselle, HolidayZone.Reunion], Some.Plan(calendar).Zones.Select(zone => zone.HolidayZone));
    }

    private static ZonePlan InMetropole(Send send) =>
        Some.Plan(Some.Calendar([send])).Zones.Single(zone => zone.HolidayZone == HolidayZone.Metropole);

    private static FixedMoment Fixed(string date) => new(DateOnly.Parse(date, CultureInfo.InvariantCulture));

    private static string Text(CalendarPlan plan)
    {
        var text = new StringBuilder();
        foreach (var send in plan.Sends)
        {
            text.Append(CultureInfo.InvariantCulture, $"{send.Key.Value}: {send.Date:yyyy-MM-dd}, {send.Population}, ")
                .Append(CultureInfo.InvariantCulture, $"{string.Join('+', send.Channels)}, {send.Caisses.Count} caisses, ")
                .Append(CultureInfo.InvariantCulture, $"window {send.Window?.ToString() ?? "none"}\n");
            foreach (var zone in send.Zones)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {zone.HolidayZone} ({zone.TimeZone}): ")
                    .Append(CultureInfo.InvariantCulture, $"prepared {Utc(zone.PrepareAt)}, expires {Utc(zone.ExpiresAt)}\n")
                    .Append(string.Concat(zone.Slots.Select(slot => $"    {Utc(slot.Start)} - {Utc(slot.End)}\n")))
                    .Append(CultureInfo.InvariantCulture, $"    {string.Join(" ; ", zone.Reasons)}\n");
            }
        }

        return text.ToString();
    }

    private static string Utc(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mmZ", CultureInfo.InvariantCulture);
}
