using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A date that <c>on_holiday: skip</c> leaves without any zone reaches nobody.</summary>
internal static class SkipCheck
{
    public static IEnumerable<Finding> Find(PlanState state) =>
        from step in state.Steps
        where step.Planned.Zones.All(zone => zone.Slots.Count == 0)
        select Finding.At(
            step.Send, "on_holiday",
            French.Text($"L'édition du {FrenchDates.Short(step.Planned.Date, state.Year)} ne part nulle part : ce jour est férié partout."),
            French.Text($"Choisissez « previous » ou « next » pour qu'elle parte un autre jour.")) with
        {
            Movables = [],
        };
}
