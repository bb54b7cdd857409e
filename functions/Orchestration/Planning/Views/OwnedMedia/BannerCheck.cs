using Orchestration.Calendars;
using Orchestration.Planning.Checks;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>One banner at a time on the homepage (domain.md A3, row 36); the later wave of two gets the finding.</summary>
internal static class BannerCheck
{
    public const string Source = "A3, lignes 35-36";

    public static IEnumerable<Finding> Find(Calendar calendar, OwnedMediaRules rules)
    {
        var banners = calendar.Waves
            .Select(wave => (Wave: wave, Banner: HomepagePlanner.Banner(wave, "", rules)))
            .Where(pair => pair.Banner is not null)
            .OrderBy(pair => pair.Wave.Start).ThenBy(pair => pair.Wave.Id, StringComparer.Ordinal)
            .Select(pair => (pair.Wave, Banner: pair.Banner!))
            .ToList();
        for (var later = 1; later < banners.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (banners[earlier].Banner.Until >= banners[later].Banner.From)
                {
                    yield return Overlap(banners[earlier].Wave, banners[earlier].Banner, banners[later].Wave, banners[later].Banner, calendar.Year);
                }
            }
        }
    }

    private static Finding Overlap(MediaWave before, HomepagePresence earlier, MediaWave wave, HomepagePresence later, int year)
    {
        var until = earlier.Until < later.Until ? earlier.Until : later.Until;
        var days = until.DayNumber - later.From.DayNumber + 1;
        return Finding.At(
            wave,
            "start",
            French.Text(
                $"La page d'accueil n'a qu'une bannière à la fois : celle de « {wave.Id} » ({Span(later, year)}) commence "
                    + $"quand celle de « {earlier.Wave} » ({Span(earlier, year)}) y est encore, {French.Count(days, "jour", "jours")} durant."),
            French.Text(
                $"Donnez à l'une des deux {"homepage: card"}, ou commencez « {wave.Id} » le {FrenchDates.Short(earlier.Until.AddDays(1), year)}.")) with
        {
            Subject = $"{wave.Id}|{before.Id}",
            Movables = [new HomepageOf(wave), new HomepageOf(before), new MovableWave(wave)],
        };
    }

    private static string Span(HomepagePresence banner, int year) =>
        French.Text($"du {FrenchDates.DayMonth(banner.From, year)} au {FrenchDates.DayMonth(banner.Until, year)}");
}
