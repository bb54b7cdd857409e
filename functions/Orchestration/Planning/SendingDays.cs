using Orchestration.Caisses;
using Orchestration.Messages;

namespace Orchestration.Planning;

/// <summary>The days and hours in which one send may go out in one zone.</summary>
internal sealed class SendingDays(
    PlanningRules rules, string timeZone, HolidayZone zone, IReadOnlyList<Channel> channels, TimeWindow? window)
{
    // Longer than any run of Sundays and holidays; a send that finds nothing in so long has hours that leave nothing.
    private const int SearchDays = 60;

    private readonly TimeZoneInfo clock = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    public TimeZoneInfo Clock => clock;

    /// <returns>Null when nothing may go out on that day.</returns>
    public Slot? On(DateOnly date)
    {
        if (ClosedPeriod(date) is not null || SendingHours.Common(rules, channels, window, date, zone) is not { } hours)
        {
            return null;
        }

        var slot = new Slot(LocalTime.ToUtc(date, hours.Start, clock), LocalTime.ToUtc(date, hours.End, clock));
        return slot.Start < slot.End ? slot : null;
    }

    /// <returns>The period in which nothing goes out on that day; null when there is none.</returns>
    public Blackout? ClosedPeriod(DateOnly date) => rules.Blackouts.Find(blackout => blackout.IsClosed && blackout.Contains(date));

    /// <summary>The slots of allowed days from that date on, in order.</summary>
    public IEnumerable<Slot> From(DateOnly date) => Search(date, step: 1);

    /// <summary>The slots of allowed days up to that date, the nearest first.</summary>
    public IEnumerable<Slot> UpTo(DateOnly date) => Search(date, step: -1);

    public DateOnly DateOf(Slot slot) => LocalTime.DateOf(slot.Start, clock);

    private IEnumerable<Slot> Search(DateOnly date, int step)
    {
        var barren = 0;
        for (var day = date; barren < SearchDays; day = day.AddDays(step), barren++)
        {
            if (On(day) is { } slot)
            {
                yield return slot;
                barren = 0;
            }
        }
    }
}
