using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// A large campaign stands on television and digital with a third medium beside them (domain.md A4, row 59).
/// </summary>
internal static class MediaBaseCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        foreach (var campaign in state.Calendar.Campaigns.Where(campaign => campaign.Scale == CampaignScale.Large))
        {
            var waves = state.WavesOf(campaign);
            foreach (var wave in waves.Where(wave => !IsTwoMedia(wave)))
            {
                yield return Finding.At(
                    wave, "media",
                    French.Text($"La vague « {wave.Id} » d'une grande campagne n'a pas le socle télévision et digital."),
                    French.Text($"Complétez les médias, ou changez l'envergure de la campagne.")) with
                {
                    Movables = [],
                };
            }

            if (waves.Count > 0 && waves.All(IsTwoMedia) && !waves.Any(wave => wave.Media.Any(IsComplement)))
            {
                yield return Finding.At(
                    campaign, "scale",
                    French.Text($"Aucune vague de la grande campagne « {campaign.Id} » n'a de média de complément."),
                    French.Text($"Ajoutez l'affichage, la radio ou la presse à l'une de ses vagues."));
            }
        }
    }

    private static bool IsTwoMedia(MediaWave wave) => wave.Media.Contains(Media.Tv) && wave.Media.Contains(Media.Digital);

    private static bool IsComplement(Media media) => media is Media.Posters or Media.Radio or Media.Press;
}
