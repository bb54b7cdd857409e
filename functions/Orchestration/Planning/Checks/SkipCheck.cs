using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A date that <c>on_holiday: skip</c> leaves without any zone reaches nobody.</summary>
internal static class SkipCheck
{
    public static void Run(Calendar calendar, IReadOnlyList<Step> steps, ProblemList problems)
    {
        foreach (var step in steps.Where(step => step.Planned.Zones.All(zone => zone.Slots.Count == 0)))
        {
            problems.Warn(
                ProblemCodes.SkippedEverywhere, step.Send.Places.Of("on_holiday"),
                $"L'édition du {FrenchDates.Short(step.Planned.Date, calendar.Year)} ne part nulle part : ce jour est férié partout.",
                $"Choisissez « previous » ou « next » pour qu'elle parte un autre jour.");
        }
    }
}
