using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

public sealed class PlannerProperties
{
    private static readonly PlanningRules Rules = new();

    private static readonly IReadOnlyList<CaisseZone> Zones = CaisseZone.Of(CaisseDirectory.All.Select(caisse => caisse.Id));

    private static readonly IReadOnlyList<Channel>[] Channels = [[Channel.Email], [Channel.Sms], [Channel.Email, Channel.Sms]];

    private static readonly TimeWindow?[] Windows =
        [null, TimeWindow.Parse("09:00-11:00"), TimeWindow.Parse("18:30-23:00"), TimeWindow.Parse("08:00-09:30")];

    private static Gen<Calendar> Calendars =>
        from sends in Sends.NonEmptyListOf()
        from starts in Gen.Choose(0, 364).ArrayOf(2)
        select Some.Calendar(
            [.. sends.Select((send, i) => Linked(send, i))],
            [.. starts.Select((start, i) => Wave(i, start))]);

    private static Gen<Send> Sends =>
        from moment in Gen.OneOf(Anchored, Fixed, Recurring, Following)
        from channels in Gen.Elements(Channels)
        from spread in Gen.Choose(1, 7)
        from rule in Gen.Elements(Enum.GetValues<HolidayRule>())
        from window in Gen.Elements(Windows)
        from population in Gen.Elements(Enum.GetValues<Orchestration.Audience.Population>())
        select Some.Send() with
        {
            Moment = moment,
            Channels = channels,
            SpreadDays = spread,
            OnHoliday = rule,
            Window = window,
            Population = population,
        };

    private static Gen<SendMoment> Anchored =>
        from wave in Gen.Choose(0, 1)
        from edge in Gen.Elements(WaveEdge.Start, WaveEdge.End)
        from offset in Gen.Choose(-40, 40)
        from unit in Gen.Elements(OffsetUnit.Days, OffsetUnit.WorkingDays)
        select (SendMoment)new WaveMoment($"ror-v{wave}", edge, offset, unit);

    private static Gen<SendMoment> Following =>
        from earlier in Gen.Choose(0, 10)
        from offset in Gen.Choose(-20, 60)
        from unit in Gen.Elements(OffsetUnit.Days, OffsetUnit.WorkingDays)
        select (SendMoment)new SendRelativeMoment($"{earlier}", offset, unit);

    private static Gen<SendMoment> Fixed =>
        from day in Gen.Choose(0, 364)
        select (SendMoment)new FixedMoment(new DateOnly(2027, 1, 1).AddDays(day));

    private static Gen<SendMoment> Recurring =>
        from month in Gen.Choose(1, 12)
        from weekday in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from ordinal in Gen.Elements(1, 2, 3, 4, MonthDay.Last)
        select (SendMoment)new RecurringMoment(new Recurrence([month], [new MonthDay(weekday, ordinal)]));

    [Fact]
    public void Slots_AnyCalendar_KeepToTheHoursAndDays() =>
        Hold(Calendars, calendar => Plan(calendar).All(planned =>
        {
            var send = calendar.Sends.Single(send => planned.Key.Value.Contains($".{send.Id}.", StringComparison.Ordinal));
            return planned.Zones.All(zone => IsInOrder(zone, send)
                && zone.Slots.All(slot => IsAllowed(slot, send.Channels, send.Window, zone.TimeZone, zone.HolidayZone)));
        }));

    [Fact]
    public void Slots_EveryDayFrom2026To2032InEveryZone_KeepToTheHoursAndDays()
    {
        foreach (var zone in Zones)
        {
            var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
            for (var day = new DateOnly(2026, 1, 1); day.Year <= 2032; day = day.AddDays(1))
            {
                var midnight = LocalTime.ToUtc(day, TimeOnly.MinValue, clock);
                foreach (var channels in Channels)
                {
                    var slot = SlotFinder.Next(Rules, zone.TimeZone, zone.HolidayZone, channels, null, midnight);
                    Assert.True(IsAllowed(slot, channels, null, zone.TimeZone, zone.HolidayZone), $"{zone} {day:yyyy-MM-dd} {slot}");
                    Assert.True(slot.Start >= midnight && slot.Start < midnight.AddDays(7), $"{zone} {day:yyyy-MM-dd} {slot}");
                }
            }
        }
    }

    [Fact]
    public void Plan_FileInAnotherOrder_IsTheSame() =>
        Hold(
            from calendar in Calendars
            from sends in Gen.Shuffle(calendar.Sends.ToArray())
            from waves in Gen.Shuffle(calendar.Waves.ToArray())
            select (calendar, other: calendar with { Sends = sends, Waves = waves }),
            pair => Text(Plan(pair.calendar)) == Text(Plan(pair.other)));

    [Fact]
    public void Plan_Twice_IsTheSame() => Hold(Calendars, calendar => Text(Plan(calendar)) == Text(Plan(calendar)));

    [Fact]
    public void Plan_WaveMoved_MovesExactlyItsSends() =>
        Hold(
            from calendar in Calendars
            from days in Gen.Choose(1, 30)
            select (calendar, days),
            sample => MovesExactlyItsSends(sample.calendar, sample.days));

    private static bool MovesExactlyItsSends(Calendar calendar, int days)
    {
        var wave = calendar.Waves[0];
        var moved = wave with { Start = wave.Start.AddDays(days), End = wave.End.AddDays(days) };
        var difference = PlanDifference.Compare(Plan(calendar), Plan(calendar with { Waves = [moved, calendar.Waves[1]] }));
        var anchored = calendar.Sends.Where(send => Chain(calendar, send)[^1].Moment is WaveMoment moment && moment.Wave == wave.Id).Select(send => send.Id);

        // Counted in working days from a weekend, two dates of a wave can lead to one date of a send.
        var mayStay = calendar.Sends
            .Where(send => Chain(calendar, send).Exists(link => link.Moment is WaveMoment { Unit: OffsetUnit.WorkingDays } or SendRelativeMoment { Unit: OffsetUnit.WorkingDays }))
            .Select(send => send.Id);
        var touched = difference.Changes.Where(change => change.Kinds != PlanChangeKinds.None).ToList();
        var touchedIds = touched.Select(change => change.Key.Value.Split('.')[2]).ToList();
        return touched.All(change => change.Kinds == PlanChangeKinds.Moved)
            && touchedIds.All(anchored.Contains)
            && anchored.Except(mayStay).All(touchedIds.Contains);
    }

    /// <summary>The send, the one that it counts its days from, and so on.</summary>
    private static List<Send> Chain(Calendar calendar, Send send)
    {
        var chain = new List<Send> { send };
        while (chain[^1].Moment is SendRelativeMoment moment)
        {
            chain.Add(calendar.Sends.Single(earlier => earlier.Name == moment.Send));
        }

        return chain;
    }

    /// <summary>A send that follows another follows one before it in the list; the first follows none.</summary>
    private static Send Linked(Send send, int place) => send with
    {
        Id = $"envoi-{place}",
        Moment = send.Moment is not SendRelativeMoment moment ? send.Moment
            : place == 0 ? new FixedMoment(new DateOnly(2027, 3, 2))
            : moment with { Send = $"ror/envoi-{int.Parse(moment.Send, System.Globalization.CultureInfo.InvariantCulture) % place}" },
    };

    private static bool IsInOrder(ZonePlan plan, Send send)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
        var days = plan.Slots.Select(slot => LocalTime.DateOf(slot.Start, clock)).ToList();
        return plan.Slots.Count == 0
            ? send.OnHoliday == HolidayRule.Skip && plan.ExpiresAt == plan.PrepareAt
            : days.Count == send.SpreadDays
                && days.SequenceEqual(days.Distinct().Order())
                && plan.PrepareAt == LocalTime.ToUtc(days[0].AddDays(-1), Rules.PreparationHour, clock)
                && plan.ExpiresAt > plan.Slots[^1].End;
    }

    // Written anew, from the words of the rules: not the code under test.
    private static bool IsAllowed(Slot slot, IReadOnlyList<Channel> channels, TimeWindow? window, string timeZone, HolidayZone zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var (start, end) = (TimeZoneInfo.ConvertTime(slot.Start, clock), TimeZoneInfo.ConvertTime(slot.End, clock));
        var isSaturday = start.DayOfWeek == DayOfWeek.Saturday;
        var (opens, closes) = channels.Contains(Channel.Sms) && isSaturday ? (10, 19) : (8, 20);
        return slot.Start < slot.End
            && start.Date == end.Date
            && start.DayOfWeek != DayOfWeek.Sunday
            && PublicHolidays.Find(DateOnly.FromDateTime(start.Date), zone) is null
            && start.TimeOfDay >= TimeSpan.FromHours(opens) && end.TimeOfDay <= TimeSpan.FromHours(closes)
            && (window is not { } asked || (start.TimeOfDay >= asked.Start.ToTimeSpan() && end.TimeOfDay <= asked.End.ToTimeSpan()))
            && (window is not null || start.TimeOfDay == TimeSpan.FromHours(Math.Max(opens, 9)));
    }

    private static MediaWave Wave(int number, int start) => Some.Wave($"ror-v{number}") with
    {
        Start = new DateOnly(2027, 1, 1).AddDays(start),
        End = new DateOnly(2027, 1, 1).AddDays(start + 19),
    };

    private static IReadOnlyList<PlannedSend> Plan(Calendar calendar) => Planner.Plan(calendar, Rules, Some.Now).Sends;

    private static string Text(IReadOnlyList<PlannedSend> sends) => JsonSerializer.Serialize(sends);

    private static void Hold<T>(Gen<T> samples, Func<T, bool> property) =>
        Prop.ForAll(Arb.From(samples), property).Check(Config.QuickThrowOnFailure);
}
