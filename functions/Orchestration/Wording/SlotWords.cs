using Orchestration.Planning;

namespace Orchestration.Wording;

/// <summary>Slots in the local time of their zone: « du mardi 27/4 au vendredi 30/4, de 9 h à 20 h ».</summary>
internal static class SlotWords
{
    public static string Of(ZonePlan plan, int year)
    {
        if (plan.Slots.Count == 0)
        {
            return "pas d’envoi";
        }

        var clock = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
        var (first, last) = (DateOf(plan.Slots[0].Start), DateOf(plan.Slots[^1].Start));
        var days = first == last
            ? $"le {FrenchDates.Short(first, year)}"
            : $"du {FrenchDates.Short(first, year)} au {FrenchDates.Short(last, year)}, {French.Count(plan.Slots.Count, "jour", "jours")}";
        var hours = plan.Slots.Select(slot => Hours(new TimeWindow(HourOf(slot.Start), HourOf(slot.End)))).Distinct();
        return $"{days}, {French.Or([.. hours])}";

        DateOnly DateOf(DateTimeOffset at) => LocalTime.DateOf(at, clock);
        TimeOnly HourOf(DateTimeOffset at) => LocalTime.HourOf(at, clock);
    }

    /// <summary>« de 9 h à 11 h ».</summary>
    public static string Hours(TimeWindow window) => $"de {FrenchDates.Hour(window.Start)} à {FrenchDates.Hour(window.End)}";
}
