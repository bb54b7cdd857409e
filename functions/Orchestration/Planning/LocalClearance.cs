using Orchestration.Campaigns;
using Orchestration.Planning.Views;

namespace Orchestration.Planning;

/// <summary>
/// The distance that campaigns of caisses keep from the national ones: none goes out on the theme of a national campaign within its media waves and some
/// days around them (domain.md A5, row 82).
/// </summary>
/// <param name="waves">Of every calendar in force.</param>
/// <param name="distanceDays">See <see cref="CampaignRules.LocalDistanceDays"/>.</param>
public sealed class LocalClearance(IEnumerable<OutlinedWave> waves, int distanceDays)
{
    private readonly ILookup<string, OutlinedWave> _national = waves
        .Where(wave => wave.Type == CampaignType.National)
        .OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal)
        .ToLookup(wave => wave.Theme, StringComparer.OrdinalIgnoreCase);

    /// <returns>The wave in whose way these days are, the first to begin; null when there is none.</returns>
    public OutlinedWave? Meeting(string caisse, string theme, IEnumerable<DateOnly> days)
    {
        var local = days.ToArray();
        return _national[theme].FirstOrDefault(
            wave => wave.Caisses?.Contains(caisse) != false && local.Any(day => IsNear(day, wave.Start, wave.End, distanceDays)));
    }

    /// <summary>The first day after a wave that is far enough from it.</summary>
    public DateOnly After(OutlinedWave wave) => wave.End.AddDays(distanceDays + 1);

    /// <summary>Whether a day is within a wave, or too near its ends.</summary>
    public static bool IsNear(DateOnly day, DateOnly start, DateOnly end, int distanceDays) =>
        day >= start.AddDays(-distanceDays) && day <= end.AddDays(distanceDays);
}
