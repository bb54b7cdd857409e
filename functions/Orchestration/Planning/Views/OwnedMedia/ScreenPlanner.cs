using Orchestration.Calendars;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>
/// The loops of the caisses' screens: renewed « tous les 2 mois environ », with the clips of the waves that are on
/// (domain.md A3, rows 42-44).
/// </summary>
internal static class ScreenPlanner
{
    // From January on.
    private const int LoopMonths = 2;

    public static IReadOnlyList<ScreenLoop> Plan(Calendar calendar)
    {
        var titles = calendar.Campaigns.ToDictionary(campaign => campaign.Id, campaign => campaign.Title, StringComparer.Ordinal);
        var waves = calendar.Waves.Where(wave => wave.ScreenSeconds > 0)
            .OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal).ToList();
        var loops = new List<ScreenLoop>();
        if (waves.Count > 0)
        {
            var last = waves.Max(wave => wave.End);
            for (var from = LoopOf(waves[0].Start); from <= last; from = from.AddMonths(LoopMonths))
            {
                var until = from.AddMonths(LoopMonths).AddDays(-1);
                var clips = waves.Where(wave => wave.Start <= until && wave.End >= from).Select(wave => new ScreenClip(
                    wave.Id, wave.Campaign, titles[wave.Campaign], wave.ScreenSeconds, Later(wave.Start, from), Earlier(wave.End, until)));
                loops.AddRange(Of(from, until, [.. clips]));
            }
        }

        return loops;
    }

    private static IEnumerable<ScreenLoop> Of(DateOnly from, DateOnly until, IReadOnlyList<ScreenClip> clips)
    {
        if (clips.Count > 0)
        {
            // A loop only grows on a day on which a clip begins.
            var busiest = clips.Select(clip => clip.From).Distinct().Order().MaxBy(day => SecondsOn(day, clips));
            yield return new ScreenLoop(from, until, clips, busiest, SecondsOn(busiest, clips));
        }
    }

    private static int SecondsOn(DateOnly day, IReadOnlyList<ScreenClip> clips) =>
        clips.Where(clip => clip.From <= day && day <= clip.Until).Sum(clip => clip.Seconds);

    private static DateOnly LoopOf(DateOnly day) =>
        new(day.Year, day.Month - ((day.Month - 1) % LoopMonths), 1);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
