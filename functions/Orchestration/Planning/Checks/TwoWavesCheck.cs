using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A large campaign without season has two waves a year, well apart (domain.md A4, row 63).</summary>
internal static class TwoWavesCheck
{
    private const int WavesPerYear = 2;

    public static IEnumerable<Finding> Find(PlanState state)
    {
        foreach (var campaign in state.Calendar.Campaigns.Where(campaign => campaign is { Scale: CampaignScale.Large, Seasonal: false }))
        {
            var waves = state.WavesOf(campaign);
            if (waves.Count is > 0 and < WavesPerYear)
            {
                yield return Finding.At(
                    campaign, "seasonal",
                    French.Text($"La campagne « {campaign.Id} », sans saison, n'a qu'une vague dans l'année."),
                    French.Text($"Prévoyez deux vagues, ou dites qu'elle est saisonnière ({"seasonal: true"})."));
            }

            foreach (var (before, after) in waves.Zip(waves.Skip(1)).Where(pair => Gap(pair.First, pair.Second) < state.Rules.Campaigns.WaveGapDays))
            {
                yield return Finding.At(
                    after, "start",
                    French.Text($"Les vagues « {before.Id} » et « {after.Id} » ne sont séparées que de ")
                        + French.Text($"{French.Count(Math.Max(0, Gap(before, after)), "jour", "jours")}, pour un thème sans saison."),
                    French.Text($"Laissez au moins {state.Rules.Campaigns.WaveGapDays / 7} semaines entre elles.")) with
                {
                    Movables = [new MovableWave(after), new MovableWave(before)],
                };
            }
        }
    }

    private static int Gap(MediaWave before, MediaWave after) => after.Start.DayNumber - before.End.DayNumber - 1;
}
