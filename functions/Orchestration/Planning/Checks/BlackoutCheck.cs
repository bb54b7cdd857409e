using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A send in a period to stay out of (domain.md A5, row 80). Closed periods put sends off by themselves.</summary>
internal static class BlackoutCheck
{
    public static IEnumerable<Finding> Find(PlanState state) =>
        from blackout in state.Rules.Blackouts
        where !blackout.IsClosed
        from step in state.Steps
        where step.Days.Any(blackout.Contains)
        select Finding.At(
            step.Send, MomentKeys.Of(step.Send),
            French.Text($"« {step.Name} », le {FrenchDates.Short(step.Days.First(blackout.Contains), state.Year)}, tombe dans la période « {blackout.Name} »."),
            French.Text($"Choisissez une date avant le {FrenchDates.Short(blackout.From, state.Year)} ou après le {FrenchDates.Short(blackout.To, state.Year)}."));
}
