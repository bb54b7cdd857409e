using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A local campaign neither precedes nor meets a national one on its theme (domain.md A5, row 82).</summary>
internal static class LocalCollisionCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        var national = state.Calendar.Waves
            .Where(wave => state.CampaignOf(wave).Type == CampaignType.National)
            .ToLookup(wave => state.CampaignOf(wave).Theme, StringComparer.OrdinalIgnoreCase);
        foreach (var step in state.Steps.Where(step => step.Campaign.Type != CampaignType.National))
        {
            var wave = national[step.Campaign.Theme].FirstOrDefault(wave => Meets(state, step, wave));
            if (wave is not null)
            {
                yield return Finding.At(
                    step.Send, MomentKeys.Of(step.Send),
                    French.Text($"« {step.Name} », campagne {ValueNames.Of(step.Campaign.Type)}, part le {FrenchDates.Short(step.Planned.Date, state.Year)}, ")
                        + French.Text($"pendant ou trop près de la vague nationale « {wave.Id} » sur le même thème ({step.Campaign.Theme})."),
                    French.Text($"Choisissez une date à {state.Rules.Campaigns.LocalDistanceDays} jours au moins de cette vague ")
                        + French.Text($"(du {FrenchDates.Short(wave.Start, state.Year)} au {FrenchDates.Short(wave.End, state.Year)})."));
            }
        }
    }

    private static bool Meets(PlanState state, Step step, MediaWave wave)
    {
        var distance = state.Rules.Campaigns.LocalDistanceDays;
        return step.Days.Any(day => LocalClearance.IsNear(day, wave.Start, wave.End, distance))
            && PlanState.ShareCaisses(step.Campaign, state.CampaignOf(wave));
    }
}
