using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>
/// « La boucle dure désormais 90 secondes maximum et comprend des vidéos de 10 secondes maximum » (domain.md A3, row 43).
/// </summary>
internal static class ScreenCheck
{
    public const string ClipId = "screen-clip-too-long";
    public const string LoopId = "screen-loop-too-long";
    public const string Source = "A3, ligne 43";

    public static IEnumerable<OwnedMediaFinding> Run(Calendar calendar, OwnedMediaRules rules)
    {
        var waves = calendar.Waves.ToDictionary(wave => wave.Id, StringComparer.Ordinal);
        var clips = calendar.Waves
            .Where(wave => wave.ScreenSeconds > rules.ClipSeconds)
            .OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal)
            .Select(wave => TooLong(wave, rules));
        var loops = ScreenPlanner.Plan(calendar, rules)
            .Where(loop => loop.Seconds > rules.LoopSeconds)
            .Select(loop => TooLong(loop, waves, calendar.Year, rules));
        return clips.Concat(loops);
    }

    private static OwnedMediaFinding TooLong(MediaWave wave, OwnedMediaRules rules) => new(
        ClipId,
        wave.Places.Of("screens"),
        French.Text($"Le clip de « {wave.Id} » dure {wave.ScreenSeconds} secondes ; les écrans des caisses en admettent {rules.ClipSeconds}."),
        French.Text($"Ramenez-le à {rules.ClipSeconds} secondes : {"screens: "}{rules.ClipSeconds}"),
        Source,
        [wave.Id]);

    /// <summary>Told once a loop, on the last clip that makes it too long.</summary>
    private static OwnedMediaFinding TooLong(ScreenLoop loop, Dictionary<string, MediaWave> waves, int year, OwnedMediaRules rules)
    {
        var shown = loop.Clips.Where(clip => clip.From <= loop.BusiestDay && loop.BusiestDay <= clip.Until).Reverse().ToList();
        var names = French.And([.. shown.AsEnumerable().Reverse().Select(clip => French.Text($"« {clip.Wave} »"))]);
        return new(
            LoopId,
            waves[shown[0].Wave].Places.Of("screens"),
            French.Text(
                $"La boucle des écrans dure {loop.Seconds} secondes le {FrenchDates.Short(loop.BusiestDay, year)}, "
                    + $"au lieu de {rules.LoopSeconds} au plus : {names}."),
            French.Text($"Retirez « screens » d'une de ces vagues, ou raccourcissez des clips de {loop.Seconds - rules.LoopSeconds} secondes en tout."),
            Source,
            [.. shown.Select(clip => clip.Wave)]);
    }
}
