using Orchestration.Calendars;

namespace Orchestration.Planning;

/// <summary>An occurrence with what it was planned from, for the checks.</summary>
internal sealed record Step(Campaign Campaign, Send Send, PlannedSend Planned)
{
    /// <summary>The local date of its first slot in a zone; null when it skips that zone, or has nothing there.</summary>
    public DateOnly? FirstDayIn(CaisseZone zone)
    {
        var plan = Planned.Zones.FirstOrDefault(plan => plan.TimeZone == zone.TimeZone && plan.HolidayZone == zone.HolidayZone);
        return plan is { Slots: [var first, ..] }
            ? LocalTime.DateOf(first.Start, TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone))
            : null;
    }
}
