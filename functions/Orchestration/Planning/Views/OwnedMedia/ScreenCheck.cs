using Orchestration.Calendars;
using Orchestration.Planning.Checks;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>
/// « La boucle dure désormais 90 secondes maximum et comprend des vidéos de 10 secondes maximum » (domain.md A3, row 43).
/// </summary>
internal static class ScreenCheck
{
    public const string Source = "A3, ligne 43";

    /// <summary>Clips that no screen shows.</summary>
    public static IEnumerable<Finding> Clips(Calendar calendar, OwnedMediaRules rules) => calendar.Waves
        .Where(wave => wave.ScreenSeconds > rules.ClipSeconds)
        .OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal)
        .Select(wave => Finding.At(
            wave,
            "screens",
            French.Text($"Le clip de « {wave.Id} » dure {wave.ScreenSeconds} secondes ; les écrans des caisses en admettent {rules.ClipSeconds}."),
            French.Text($"Ramenez-le à {rules.ClipSeconds} secondes : {"screens: "}{rules.ClipSeconds}")));

    /// <summary>Told once a loop, on the last clip that makes it too long.</summary>
    public static IEnumerable<Finding> Loops(Calendar calendar, OwnedMediaRules rules)
    {
        var waves = calendar.Waves.ToDictionary(wave => wave.Id, StringComparer.Ordinal);
        return ScreenPlanner.Plan(calendar)
            .Where(loop => loop.Seconds > rules.LoopSeconds)
            .Select(loop => TooLong(loop, waves, calendar.Year, rules));
    }

    private static Finding TooLong(ScreenLoop loop, Dictionary<string, MediaWave> waves, int year, OwnedMediaRules rules)
    {
        var shown = loop.Clips.Where(clip => clip.From <= loop.BusiestDay && loop.BusiestDay <= clip.Until).ToList();
        var names = French.And([.. shown.Select(clip => French.Text($"« {clip.Wave} »"))]);
        return Finding.At(
            waves[shown[^1].Wave],
            "screens",
            French.Text(
                $"La boucle des écrans dure {loop.Seconds} secondes le {FrenchDates.Short(loop.BusiestDay, year)}, "
                    + $"au lieu de {rules.LoopSeconds} au plus : {names}."),
            French.Text($"Retirez « screens » d'une de ces vagues, ou raccourcissez des clips de {loop.Seconds - rules.LoopSeconds} secondes en tout.")) with
        {
            Subject = $"{loop.From:yyyy-MM}",
        };
    }
}
