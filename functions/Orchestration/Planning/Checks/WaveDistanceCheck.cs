using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A send far from every wave of its campaign is seldom meant. Recurring and triggered sends live their own life.</summary>
internal static class WaveDistanceCheck
{
    public static IEnumerable<Finding> Find(PlanState state) =>
        from step in state.Steps
        where !step.IsRecurring
        let waves = state.WavesOf(step.Campaign)
        where waves.Count > 0 && !waves.Any(wave => IsNear(step.Planned.Date, wave, state.Rules))
        select Finding.At(
            step.Send, "at",
            French.Text($"L'envoi « {step.Send.Id} », le {FrenchDates.Short(step.Planned.Date, state.Year)}, ")
                + French.Text($"est loin des vagues de sa campagne."),
            French.Text($"Vérifiez la date : d'ordinaire, un envoi part ")
                + French.Text($"au plus {state.Rules.WaveLeadDays} jours avant une vague et {state.Rules.WaveTrailDays} jours après."));

    private static bool IsNear(DateOnly date, MediaWave wave, PlanningRules rules) =>
        date >= wave.Start.AddDays(-rules.WaveLeadDays) && date <= wave.End.AddDays(rules.WaveTrailDays);
}
