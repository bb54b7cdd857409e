using Orchestration.Calendars;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>
/// The homepage of ameli.fr: a banner « uniquement les dix premiers jours de la campagne », then a card « à partir du 11e jour »
/// (domain.md A3, rows 36 and 38; invariant E11). The first day of a wave is its first day, so that the eleventh is J+10.
/// </summary>
internal static class HomepagePlanner
{
    public static IReadOnlyList<HomepagePresence> Plan(Calendar calendar, OwnedMediaRules rules)
    {
        var titles = calendar.Campaigns.ToDictionary(campaign => campaign.Id, campaign => campaign.Title, StringComparer.Ordinal);
        return
        [
            .. calendar.Waves.SelectMany(wave => Of(wave, titles[wave.Campaign], rules))
                .OrderBy(presence => presence.From)
                .ThenBy(presence => presence.Wave, StringComparer.Ordinal)
                .ThenBy(presence => presence.Format),
        ];
    }

    /// <summary>The banner of a wave: null when it has none.</summary>
    public static HomepagePresence? Banner(MediaWave wave, string title, OwnedMediaRules rules) =>
        wave.Homepage == HomepageSlot.Banner
            ? new(wave.Id, wave.Campaign, title, HomepageFormat.Banner, wave.Start, Earlier(wave.Start.AddDays(rules.BannerDays - 1), wave.End))
            : null;

    private static IEnumerable<HomepagePresence> Of(MediaWave wave, string title, OwnedMediaRules rules)
    {
        if (Banner(wave, title, rules) is { } banner)
        {
            yield return banner;
        }

        var cardFrom = wave.Start.AddDays(rules.BannerDays);
        if (wave.Homepage != HomepageSlot.None && cardFrom <= wave.End)
        {
            yield return new(wave.Id, wave.Campaign, title, HomepageFormat.Card, cardFrom, wave.End);
        }
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
