using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>Two large campaigns on television at once share their audience's attention (domain.md A4, rows 59 and 62; D, conflict d).</summary>
internal static class TelevisionOverlapCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        var onAir = state.Calendar.Waves
            .Where(wave => wave.Media.Contains(Media.Tv) && state.CampaignOf(wave).Scale == CampaignScale.Large)
            .OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal)
            .ToList();
        for (var later = 1; later < onAir.Count; later++)
        {
            for (var earlier = later - 1; earlier >= 0; earlier--)
            {
                var (first, second) = (onAir[earlier], onAir[later]);
                if (first.End >= second.Start && first.Campaign != second.Campaign && PlanState.ShareCaisses(state.CampaignOf(first), state.CampaignOf(second)))
                {
                    yield return Found(state, first, second);
                }
            }
        }
    }

    private static Finding Found(PlanState state, MediaWave first, MediaWave second)
    {
        var end = first.End < second.End ? first.End : second.End;
        var days = end.DayNumber - second.Start.DayNumber + 1;
        return Finding.At(
            second, "start",
            French.Text($"« {first.Id} » et « {second.Id} » sont à la télévision en même temps, ")
                + French.Text($"du {FrenchDates.Short(second.Start, state.Year)} au {FrenchDates.Short(end, state.Year)} ({French.Count(days, "jour", "jours")})."),
            French.Text($"Décalez la vague de la campagne qui n'a pas de saison, ou motivez la simultanéité.")) with
        {
            Subject = $"{first.Id}|{second.Id}",
            Movables = [.. new[] { second, first }.OrderBy(wave => state.CampaignOf(wave).Seasonal).Select(wave => new MovableWave(wave))],
        };
    }
}
