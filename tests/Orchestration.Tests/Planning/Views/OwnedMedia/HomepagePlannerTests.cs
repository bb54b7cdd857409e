using FsCheck;
using FsCheck.Fluent;
using Orchestration.Calendars;
using Orchestration.Planning;
using Orchestration.Planning.Views.OwnedMedia;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Planning.Views.OwnedMedia;

public sealed class HomepagePlannerTests
{
    private static Gen<MediaWave> Waves =>
        from start in Gen.Choose(0, 364)
        from length in Gen.Choose(1, 60)
        from homepage in Gen.Elements(Enum.GetValues<HomepageSlot>())
        from seconds in Gen.Choose(0, 20)
        let first = new DateOnly(2027, 1, 1).AddDays(start)
        select Some.Wave() with { Start = first, End = first.AddDays(length - 1), Homepage = homepage, ScreenSeconds = seconds };

    // Invariant E11: « bannière ≤ 10 jours, card dès J+10 ».
    [Fact]
    public void Plan_AnyWave_HasABannerOfTenDaysAtMostAndACardFromTheEleventhDay() => Property.Holds(Waves, wave =>
    {
        var presences = Plan(wave);
        var banner = presences.SingleOrDefault(presence => presence.Format == HomepageFormat.Banner);
        var card = presences.SingleOrDefault(presence => presence.Format == HomepageFormat.Card);
        var days = wave.End.DayNumber - wave.Start.DayNumber + 1;
        return (banner is null
                ? wave.Homepage != HomepageSlot.Banner
                : banner.From == wave.Start && banner.Until.DayNumber - banner.From.DayNumber + 1 == Math.Min(days, 10))
            && (card is null
                ? wave.Homepage == HomepageSlot.None || days <= 10
                : card.From == wave.Start.AddDays(10) && card.Until == wave.End);
    });

    [Fact]
    public void Plan_AnyWaves_FindsEveryDayWithTwoBannersAndNoOther() => Property.Holds(
        Waves.ArrayOf(4).Select(waves => waves.Select((wave, i) => wave with { Id = $"v{i}" }).ToArray()),
        waves =>
        {
            var calendar = Some.Calendar([], waves);
            var banners = HomepagePlanner.Plan(calendar, new OwnedMediaRules()).Where(presence => presence.Format == HomepageFormat.Banner).ToList();
            var found = BannerCheck.Find(calendar, new OwnedMediaRules()).Select(finding => finding.Subject.Split('|').Order().ToArray()).ToList();
            var expected =
                from one in banners
                from other in banners
                where string.CompareOrdinal(one.Wave, other.Wave) < 0 && one.From <= other.Until && other.From <= one.Until
                select new[] { one.Wave, other.Wave };
            return found.Count == expected.Count() && expected.All(pair => found.Any(waves => waves.SequenceEqual(pair)));
        });

    [Fact]
    public void Plan_WaveOfTheFlu_HasTheDatesOfTheDomain()
    {
        var wave = Some.Wave("grippe-v1") with { Start = new(2027, 10, 12), End = new(2027, 10, 31) };

        Assert.Equal(
            [
                new("grippe-v1", "ror", "Rougeole", HomepageFormat.Banner, new(2027, 10, 12), new(2027, 10, 21)),
                new("grippe-v1", "ror", "Rougeole", HomepageFormat.Card, new(2027, 10, 22), new(2027, 10, 31)),
            ],
            Plan(wave));
    }

    [Fact]
    public void Check_TwoBannersAtOnce_TellsTheDaysAndBothMends()
    {
        var mes = Some.Wave("mes-v2") with { Start = new(2027, 11, 8), End = new(2027, 11, 28) };
        var rights = Some.Wave("c2s-v1") with { Start = new(2027, 11, 15), End = new(2027, 12, 10) };

        var finding = Assert.Single(BannerCheck.Find(Some.Calendar([], rights, mes), new OwnedMediaRules()));

        Assert.Equal(
            "La page d’accueil n’a qu’une bannière à la fois\u00A0: celle de «\u00A0c2s-v1\u00A0» (du 15/11 au 24/11) commence quand celle de "
                + "«\u00A0mes-v2\u00A0» (du 8/11 au 17/11) y est encore, 3\u00A0jours durant.",
            finding.What);
        Assert.Equal("Donnez à l’une des deux homepage: card, ou commencez «\u00A0c2s-v1\u00A0» le jeudi 18/11.", finding.Mend);
        Assert.Equal("c2s-v1|mes-v2", finding.Subject);
        Assert.Empty(BannerCheck.Find(Some.Calendar([], rights with { Homepage = HomepageSlot.Card }, mes), new OwnedMediaRules()));
        Assert.Empty(BannerCheck.Find(Some.Calendar([], rights with { Start = new(2027, 11, 18) }, mes), new OwnedMediaRules()));
    }

    private static IReadOnlyList<HomepagePresence> Plan(MediaWave wave) =>
        HomepagePlanner.Plan(Some.Calendar([], wave), new OwnedMediaRules());
}
