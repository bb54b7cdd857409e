using Orchestration.Caisses;
using Orchestration.Messages;

namespace Orchestration.Planning;

/// <summary>The hours at which a channel may be used, day by day.</summary>
public static class SendingHours
{
    /// <summary>
    /// Whether a message may be handed over at this very moment: the last check before an SMS leaves (invariant E6). It looks
    /// at the channel's own hours, not at the narrower window that a send may have asked for.
    /// </summary>
    /// <param name="rules">The settings.</param>
    /// <param name="channel">How the message travels.</param>
    /// <param name="timeZone">IANA id of the recipient's caisse.</param>
    /// <param name="zone">Whose public holidays count.</param>
    /// <param name="at">The moment, at any offset.</param>
    /// <exception cref="TimeZoneNotFoundException">The id is unknown here.</exception>
    public static bool Allows(PlanningRules rules, Channel channel, string timeZone, HolidayZone zone, DateTimeOffset at)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var date = LocalTime.DateOf(at, clock);
        var hours = On(rules, channel, date.DayOfWeek, PublicHolidays.Find(date, zone) is not null);
        return hours?.Contains(LocalTime.HourOf(at, clock)) ?? false;
    }

    /// <returns>Null when the channel is not used on that day.</returns>
    internal static TimeWindow? On(PlanningRules rules, Channel channel, DayOfWeek day, bool isHoliday) => channel switch
    {
        Channel.Email => On(rules.Email, day, isHoliday),

        // The bound holds even for rules that were never validated: an SMS on a Sunday cannot be taken back.
        Channel.Sms => day == DayOfWeek.Sunday || isHoliday ? null : Both(On(rules.Sms, day, isHoliday), PlanningRules.SmsBound),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without hours."),
    };

    /// <summary>The hours that every channel has on that day, inside the send's window or from the default start on.</summary>
    internal static TimeWindow? Common(
        PlanningRules rules, IReadOnlyList<Channel> channels, TimeWindow? window, DateOnly date, HolidayZone zone) =>
        Common(rules, channels, window, date.DayOfWeek, PublicHolidays.Find(date, zone) is not null);

    /// <summary>False when no day of an ordinary week leaves these channels an hour in common inside the window.</summary>
    internal static bool LeaveSomething(PlanningRules rules, IReadOnlyList<Channel> channels, TimeWindow? window) =>
        Enum.GetValues<DayOfWeek>().Any(day => Common(rules, channels, window, day, isHoliday: false) is not null);

    /// <summary>The same on an ordinary day of the week.</summary>
    internal static TimeWindow? Common(
        PlanningRules rules, IReadOnlyList<Channel> channels, TimeWindow? window, DayOfWeek day, bool isHoliday)
    {
        TimeWindow? hours = new TimeWindow(TimeOnly.MinValue, TimeOnly.MaxValue);
        foreach (var channel in channels)
        {
            hours = Both(hours, On(rules, channel, day, isHoliday));
        }

        return window is not null ? Both(hours, window)
            : hours is { } all && all.Contains(rules.DefaultStart) ? all with { Start = rules.DefaultStart }
            : hours;
    }

    private static TimeWindow? On(ChannelHours hours, DayOfWeek day, bool isHoliday)
    {
        var ordinary = day switch
        {
            DayOfWeek.Sunday => hours.Sunday,
            DayOfWeek.Saturday => hours.Saturday,
            _ => hours.Weekdays,
        };
        return isHoliday ? Both(ordinary, hours.PublicHolidays) : ordinary;
    }

    private static TimeWindow? Both(TimeWindow? one, TimeWindow? other) => other is { } given ? one?.Intersect(given) : null;
}
