using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A send far from every wave of its campaign is seldom meant. Recurring sends live their own life.</summary>
internal static class WaveDistanceCheck
{
    public static void Run(Calendar calendar, IReadOnlyList<Step> steps, PlanningRules rules, ProblemList problems)
    {
        var wavesOf = calendar.Waves.ToLookup(wave => wave.Campaign);
        foreach (var step in steps.Where(step => step.Send.Moment is not RecurringMoment))
        {
            var waves = wavesOf[step.Campaign.Id];
            if (waves.Any() && !waves.Any(wave => IsNear(step.Planned.Date, wave, rules)))
            {
                problems.Warn(
                    ProblemCodes.FarFromWave, step.Send.Places.Of("at"),
                    $"L'envoi « {step.Send.Id} », le {FrenchDates.Short(step.Planned.Date, calendar.Year)}, "
                        + $"est loin des vagues de sa campagne.",
                    $"Vérifiez la date : d'ordinaire, un envoi part "
                        + $"au plus {rules.WaveLeadDays} jours avant une vague et {rules.WaveTrailDays} jours après.");
            }
        }
    }

    private static bool IsNear(DateOnly date, MediaWave wave, PlanningRules rules) =>
        date >= wave.Start.AddDays(-rules.WaveLeadDays) && date <= wave.End.AddDays(rules.WaveTrailDays);
}
