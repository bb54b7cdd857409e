using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// A date that is a public holiday in some territories only: there, the send goes out on another day (domain.md D, conflict e). A
/// recurring send that says what it does on holidays has been thought of.
/// </summary>
internal static class LocalShiftCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        foreach (var step in state.Steps.Where(step => !step.IsRecurring && step.Days.Contains(step.Planned.Date)))
        {
            var zones = step.Planned.Zones
                .Where(zone => PublicHolidays.Find(step.Planned.Date, zone.HolidayZone) is { IsLocal: true })
                .ToList();
            if (zones.Count > 0 && zones.Count < step.Planned.Zones.Count)
            {
                var places = French.And([.. zones.Select(zone => ZoneNames.In(zone.HolidayZone))]);
                yield return Finding.At(
                    step.Send, MomentKeys.Of(step.Send),
                    French.Text($"Le {FrenchDates.Short(step.Planned.Date, state.Year)} est férié {places} : ")
                        + French.Text($"« {step.Name} » n'y part pas ce jour-là ({SlotWords.Of(zones[0], state.Year)})."),
                    French.Text($"Rien à faire si ce décalage convient ; sinon, choisissez un jour ouvré partout."));
            }
        }
    }
}
