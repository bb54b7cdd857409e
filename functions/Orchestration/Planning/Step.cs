using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>An occurrence with what it was planned from, for the checks.</summary>
internal sealed record Step(Campaign Campaign, Send Send, PlannedSend Planned)
{
    /// <summary>The local dates of its slots where most people live: in metropolitan France, or in its first zone that it goes out in.</summary>
    public IReadOnlyList<DateOnly> Days { get; } = DaysOf(Planned);

    /// <summary>True for one of several occurrences: a newsletter, a monthly invitation, what counts its days from one.</summary>
    public bool IsRecurring => !Planned.Key.Value.EndsWith($".{OccurrenceNames.Single}", StringComparison.Ordinal);

    public string Name => SendNames.Of(Planned);

    /// <summary>The local date of its first slot in a zone; null when it skips that zone, or has nothing there.</summary>
    public DateOnly? FirstDayIn(CaisseZone zone)
    {
        var plan = Planned.Zones.FirstOrDefault(plan => plan.TimeZone == zone.TimeZone && plan.HolidayZone == zone.HolidayZone);
        return plan is { Slots: [var first, ..] }
            ? LocalTime.DateOf(first.Start, TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone))
            : null;
    }

    private static IReadOnlyList<DateOnly> DaysOf(PlannedSend planned)
    {
        var zone = planned.Zones.FirstOrDefault(zone => zone.Slots.Count > 0);
        var clock = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        return clock is null ? [] : [.. zone!.Slots.Select(slot => LocalTime.DateOf(slot.Start, clock))];
    }
}
