using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Planning.Estimates;

namespace Orchestration.Tests.Calendars.Report;

/// <summary>A year with some of everything that a report can show.</summary>
internal static class SomeReport
{
    public static readonly DateTimeOffset ReadAt = new(2027, 9, 14, 8, 5, 0, TimeSpan.Zero);

    public static CalendarReport Year()
    {
        var calendar = Calendar();
        var plan = Planner.Plan(calendar, new PlanningRules(), ReadAt);
        plan = plan with
        {
            Volumes = plan.Sends.Index().Where(pair => pair.Index % 4 != 0).ToDictionary(pair => pair.Item.Key, pair => Volume(pair.Item, pair.Index)),
            Problems = [.. plan.Problems, .. Problems()],
        };
        var before = Planner.Plan(calendar with { Waves = [.. calendar.Waves.Select(Earlier)] }, new PlanningRules(), ReadAt);
        return new CalendarReport(
            "année 2027.xlsx", ReadAt, new CalendarReading(calendar, []), plan, 3, PlanDifference.Compare(before.Sends, plan.Sends), ["Elle retire 2 envois."]);
    }

    /// <summary>Twelve campaigns of two waves, a newsletter with inserts, a journey, a trigger.</summary>
    private static Calendar Calendar()
    {
        var campaigns = Enumerable.Range(0, 12).Select(i => Planning.Some.Campaign() with
        {
            Id = $"campagne-{i}",
            Title = $"Campagne n° {i}, dont le titre est assez long pour ne pas tenir sur un téléphone",
            Letter = new DateOnly(2027, 1, 4).AddDays(20 * i),
            Article = $"https://www.ameli.fr/assure/actualites/campagne-{i}",
        }).ToList();
        List<Send> others =
        [
            Send(0, "lettre", Population.Insured, new RecurringMoment(new Recurrence([1, 3, 5, 7, 9, 11], [new MonthDay(DayOfWeek.Tuesday, 3)])))
                with { Inserts = ["campagne-1", "campagne-2"], SpreadDays = 4 },
            Send(1, "dix-huit-ans", Population.Insured, new DailyMoment(null)),
            Send(2, "pic", Population.Insured, new TriggeredMoment("pic-epidemique", new DateOnly(2027, 12, 10))),
        ];
        return new Calendar("essai-2027", "Essai d'une année", 2027, 2, campaigns, [.. campaigns.SelectMany(Waves)], [.. Enumerable.Range(0, 12).SelectMany(Sends), .. others]);
    }

    private static IEnumerable<MediaWave> Waves(Campaign campaign, int i) =>
    [
        Wave(campaign, "v1", new DateOnly(2027, 1, 11).AddDays(13 * i), [Media.Tv, Media.Digital, Media.Posters]),
        Wave(campaign, "v2", new DateOnly(2027, 7, 5).AddDays(13 * i), [Media.Digital]),
    ];

    private static MediaWave Wave(Campaign campaign, string name, DateOnly start, IReadOnlyList<Media> media) =>
        Planning.Some.Wave($"{campaign.Id}-{name}") with { Campaign = campaign.Id, Start = start, End = start.AddDays(20), Media = media, ScreenSeconds = 10 };

    private static IEnumerable<Send> Sends(int i) =>
    [
        Send(i, "professionnels", Population.Professionals, new WaveMoment($"campagne-{i}-v1", WaveEdge.Start, -14, OffsetUnit.Days)),
        Send(i, "collaborateurs", Population.Staff, new WaveMoment($"campagne-{i}-v1", WaveEdge.Start, -7, OffsetUnit.Days)),
        Send(i, "invitation", Population.Insured, new WaveMoment($"campagne-{i}-v1", WaveEdge.Start, 1, OffsetUnit.Days)) with { SpreadDays = 5 },
        Send(i, "sms", Population.Insured, new WaveMoment($"campagne-{i}-v2", WaveEdge.Start, 3, OffsetUnit.Days)) with { Channels = [Channel.Sms] },
    ];

    private static Send Send(int campaign, string id, Population population, SendMoment moment) =>
        Planning.Some.Send(id) with { Campaign = $"campagne-{campaign}", Population = population, Moment = moment };

    private static VolumeEstimate Volume(PlannedSend send, int i) => new(1_234_567L * i, send.Channels.Count * 45_678L, i % 2 == 0);

    private static MediaWave Earlier(MediaWave wave, int i) =>
        i % 4 == 0 ? wave with { Start = wave.Start.AddDays(-2) } : wave;

    private static IEnumerable<CalendarProblem> Problems() => Enumerable.Range(0, 6).Select(i => new CalendarProblem(
        "essai",
        i % 2 == 0 ? Severity.Error : Severity.Warning,
        10 + i,
        i % 3 == 0 ? 28 : 3,
        i % 3 == 0 ? $"waves[{i}].start" : i == 5 ? "campaigns[1].title" : $"sends[{(i * 11) + 3}].at",
        "Deux choses ne vont pas ensemble.",
        "Changez l’une des deux.",
        i % 3 == 0 ? "Vagues" : null,
        i % 2 == 0 ? "A3, lignes 35-36" : null)
    {
        Proposals = [.. Enumerable.Range(0, i % 3).Select(n => new Proposal(
            $"décaler au mardi {16 + n}/11",
            [new Correction("sends[2]", "at", "2027-11-16"), new Correction("sends[2]", "window", null)]))],
    });
}
