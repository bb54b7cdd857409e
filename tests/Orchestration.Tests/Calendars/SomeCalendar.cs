using FsCheck;
using FsCheck.Fluent;
using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Calendars;

/// <summary>Sound calendars of every kind: each kind of moment, recurrence, scope and optional value, and texts that are hard to write.</summary>
internal static class SomeCalendar
{
    private static readonly string[] AllCaisses = [.. CaisseDirectory.All.Select(caisse => caisse.Id).Order(StringComparer.Ordinal)];

    private static readonly string[] Texts =
    [
        "Rougeole", "=1+1", "+33", "-7", "@nom", "a: b", "a #b", "'quoted'", "\"double\"", "true", "2027-10-12", "12/10/2027", "0012", "1e5",
        "été, [liste] {groupe}", "« Prévention »", "100 %", "_x000D_ et _x0041_", "null", "~", "#REF!", "- tiret", "? !", "a\\b", "😀 émoji", "L’œuvre",
        "un  double espace", "insécable\u00A0là", "%TAG", "*a", "&a", "!a", "|", ">", "`a`", "key:", "yes", "VRAI", "1 234,5", "Ⅷ",
    ];

    private static readonly string[] Criteria =
    [
        "age >= 65 || (ald && age >= 18)", "true", "!ald", "nom == \"a  b\"", "nom == 'l''apostrophe'", "nom == \"« guillemets »\"", "nom == \"“courbes”\"",
        "jours_depuis(naissance, 18) == 7", "profession in [\"medecin_generaliste\", \"infirmier\"]", "nom == \"tab\\tet \\\"échappé\\\"\"", "=piege", "-1 < age",
        "nom == \"ligne\nsuivante\"", "nom == 'a: b # c'",
    ];

    public static Gen<Calendar> Generator { get; } =
        from campaigns in CampaignAt(0).Concat(3)
        from waves in WaveAt(campaigns).ArrayOf().Select(waves => waves.Take(3).Select((wave, index) => wave with { Id = $"vague-{index}" }).ToList())
        from sends in SendAt(campaigns, waves).ArrayOf(6)
        from revision in Optional(Gen.Choose(1, 99))
        from title in Gen.Elements(Texts)
        select new Calendar("essai-2027", title, 2027, revision, campaigns, waves, Linked(sends));

    private static Gen<Campaign> CampaignAt(int index) =>
        from title in Gen.Elements(Texts)
        from theme in Gen.Elements(Texts)
        from owner in Gen.Elements(Texts)
        from type in Any<CampaignType>()
        from purpose in Any<Purpose>()
        from scale in Any<CampaignScale>()
        from seasonal in Gen.Elements(true, false)
        from priority in Gen.Choose(0, 100)
        from caisses in Scope
        from lifecycle in Any<CampaignLifecycle>()
        from reviewed in Optional(Date)
        from letter in Optional(Date)
        from article in Gen.Elements(null, "https://www.ameli.fr/assure?a=1#b")
        from waiver in Gen.Elements(Texts.Append(null).ToArray())
        select new Campaign(
            $"campagne-{index}", title, type, purpose, scale, theme, seasonal, priority, caisses, owner, lifecycle, reviewed, letter, article, waiver,
            SourcePlaces.None);

    private static Gen<List<Campaign>> Concat(this Gen<Campaign> campaign, int count) =>
        campaign.ArrayOf(count).Select(all => all.Select((one, index) => one with { Id = $"campagne-{index}" }).ToList());

    private static Gen<MediaWave> WaveAt(List<Campaign> campaigns) =>
        from campaign in Gen.Elements(campaigns.ToArray())
        from start in Date
        from days in Gen.Choose(0, 40)
        from media in Some(Enum.GetValues<Media>())
        from homepage in Any<HomepageSlot>()
        from screens in Gen.Elements(0, 1, 10, 90)
        from budget in Gen.Elements(null, (decimal?)0m, 350.5m, 1234.567m)
        from waiver in Gen.Elements(Texts.Append(null).ToArray())
        select new MediaWave("vague", campaign.Id, start, start.AddDays(days), media, homepage, screens, budget, waiver, SourcePlaces.None);

    private static Gen<Send> SendAt(List<Campaign> campaigns, List<MediaWave> waves) =>
        from campaign in Gen.Elements(campaigns.ToArray())
        from criterion in Gen.Elements(Criteria)
        from channels in Some(Enum.GetValues<Channel>())
        from moment in Moment(waves)
        from spread in Gen.Elements(1, 2, 31)
        from onHoliday in Any<HolidayRule>()
        from window in Gen.Elements(null, (TimeWindow?)new TimeWindow(new(9, 0), new(11, 0)), new TimeWindow(new(8, 5), new(19, 30)))
        from waiver in Gen.Elements(Texts.Append(null).ToArray())
        from volume in Gen.Elements(null, (long?)0, 11_000_000)
        from calls in Gen.Elements(0m, 2m, 0.5m)
        from inserts in Gen.Elements(new string[][] { [], [campaigns[0].Id], [campaigns[0].Id, campaigns[^1].Id] })
        select new Send(
            "envoi", campaign.Id, Population.Insured, criterion, channels, "modele/essai", moment, spread, onHoliday, window, waiver, null, volume, calls,
            inserts, SourcePlaces.None);

    /// <summary>Gives each its id; each may count its days from the one before it, or remind it.</summary>
    private static List<Send> Linked(Send[] sends)
    {
        var linked = new List<Send>();
        foreach (var (index, send) in sends.Index())
        {
            var before = linked.LastOrDefault(candidate => candidate.Moment is not (DailyMoment or SendRelativeMoment));
            var moment = send.Moment is SendRelativeMoment relative
                ? before is null ? new FixedMoment(new DateOnly(2027, 3, 1)) : relative with { Send = before.Name }
                : send.Moment;
            linked.Add(send with { Id = $"envoi-{index}", Moment = moment, Remind = index % 2 == 1 ? before?.Name : null });
        }

        return linked;
    }

    private static Gen<SendMoment> Moment(List<MediaWave> waves) => Gen.OneOf(
    [
        Date.Select(SendMoment (date) => new FixedMoment(date)),
        from edge in Any<WaveEdge>()
        from offset in Gen.Choose(-40, 40)
        from unit in Any<OffsetUnit>()
        select waves.Count == 0 ? (SendMoment)new DailyMoment(null) : new WaveMoment(waves[0].Id, edge, offset, unit),
        from offset in Gen.Choose(-40, 40)
        from unit in Any<OffsetUnit>()
        select (SendMoment)new SendRelativeMoment("", offset, unit),
        Recurrence.Select(SendMoment (recurrence) => new RecurringMoment(recurrence)),
        Optional(Date).Select(SendMoment (from) => new DailyMoment(from)),
        Optional(Date).Select(SendMoment (from) => new TriggeredMoment("pic-epidemique", from)),
    ]);

    public static Gen<Recurrence> Recurrence =>
        from months in Gen.OneOf(
            Some(Enumerable.Range(1, 12).ToArray()),
            Gen.Constant<IReadOnlyList<int>>([.. Enumerable.Range(1, 12)]),
            from first in Gen.Choose(1, 12)
            from step in Gen.Choose(1, 12)
            select (IReadOnlyList<int>)[.. Enumerable.Range(1, 12).Where(month => month >= first && (month - first) % step == 0)])
        from days in Gen.OneOf(
            from weekday in Any<DayOfWeek>()
            from ordinals in Some([1, 2, 3, 4, 5, MonthDay.Last])
            select ordinals.Select(ordinal => new MonthDay(weekday, ordinal)).ToList(),
            Some(Enumerable.Range(1, 28).ToArray()).Select(days => days.Take(5).Select(day => new MonthDay(null, day)).ToList()),
            Gen.Constant(new List<MonthDay> { new(null, MonthDay.Last) }))
        select new Recurrence(
            [.. months.Order()], [.. days.OrderBy(day => day.Ordinal == MonthDay.Last).ThenBy(day => day.Ordinal)]);

    private static Gen<IReadOnlyList<string>> Scope => Gen.OneOf(
        Gen.Constant<IReadOnlyList<string>>(AllCaisses),
        Some(AllCaisses).Select(IReadOnlyList<string> (caisses) => [.. caisses.Order(StringComparer.Ordinal)]),
        Gen.Elements(AllCaisses).Select(IReadOnlyList<string> (without) => [.. AllCaisses.Except([without])]),
        Gen.Elements(AllCaisses).Select(IReadOnlyList<string> (only) => [only]));

    private static Gen<DateOnly> Date => Gen.Choose(0, 1500).Select(days => new DateOnly(2026, 1, 1).AddDays(days));

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> Optional<T>(Gen<T> value)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), value.Select(given => (T?)given));

    /// <summary>At least one of them, each once, in any order.</summary>
    private static Gen<IReadOnlyList<T>> Some<T>(T[] values) =>
        from shuffled in Gen.Shuffle(values)
        from count in Gen.Choose(1, values.Length)
        select (IReadOnlyList<T>)[.. shuffled.Take(count)];
}
