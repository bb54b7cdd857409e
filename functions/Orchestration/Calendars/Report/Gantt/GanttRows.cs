using Orchestration.Audience;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report.Gantt;

/// <summary>What the year has: media waves by campaign, sends by public.</summary>
internal sealed class GanttRows(ReportViews views, ReportLinks links)
{
    private readonly int year = views.Calendar.Year;

    /// <summary>A row for each campaign that has waves, by its first one.</summary>
    public IReadOnlyList<GanttRow> Waves()
    {
        var wavesOf = views.Calendar.Waves.ToLookup(wave => wave.Campaign, StringComparer.Ordinal);
        return
        [
            .. views.Calendar.Campaigns
                .Where(campaign => wavesOf[campaign.Id].Any())
                .OrderBy(campaign => wavesOf[campaign.Id].Min(wave => wave.Start))
                .ThenBy(campaign => campaign.Id, StringComparer.Ordinal)
                .Select(campaign => new GanttRow(campaign.Title, [.. wavesOf[campaign.Id].Select(wave => Of(wave, campaign))])),
        ];
    }

    /// <summary>A row for each public that gets something.</summary>
    public IReadOnlyList<GanttRow> Sends() =>
        ByPublic(views.Plan.Sends.Where(send => send.ActiveZones().Any()).Select(send => (send.Population, Of(send))), "envoi", "envois");

    /// <summary>A row for each public that has journeys.</summary>
    public IReadOnlyList<GanttRow> Journeys() =>
        ByPublic(views.Plan.Journeys.Select(journey => (journey.Model.Population, Of(journey))), "parcours", "parcours");

    private static IReadOnlyList<GanttRow> ByPublic(IEnumerable<(Population Population, GanttBar Bar)> bars, string one, string many) =>
    [
        .. bars.GroupBy(pair => pair.Population, pair => pair.Bar)
            .OrderBy(group => group.Key)
            .Select(group => new GanttRow(
                French.Text($"{Sentence.Capitalized(ValueNames.Of(group.Key))} : {French.Count(group.Count(), one, many)}"), [.. group])),
    ];

    private GanttBar Of(MediaWave wave, Campaign campaign)
    {
        var problems = links.ProblemsOfWave(wave.Id);
        var name = French.Text(
            $"Vague {wave.Id}, {campaign.Title}, {Span(wave.Start, wave.End)}, {MediaNames.Of(wave.Media)}{Told(problems)}");
        return new(wave.Start, wave.End, "wave", name, Anchor(problems, ReportLinks.OfWave(wave.Id)), links.WorstOf(problems), MediaNames.Of(wave.Media));
    }

    private GanttBar Of(PlannedSend send)
    {
        var days = send.ActiveZones().SelectMany(Days).ToList();
        var problems = links.ProblemsOfSend(SendNames.PathOf(send.Key));
        var name = French.Text(
            $"{send.CampaignTitle}, {SendNames.Of(send)}, {Span(days.Min(), days.Max())}, {ChannelNames.InOrder(send.Channels)}{Told(problems)}");
        return new(days.Min(), days.Max(), Style(send), name, Anchor(problems, ReportLinks.Of(send)), links.WorstOf(problems));
    }

    private GanttBar Of(PlannedJourney journey)
    {
        var path = SendNames.PathOf(journey.Model.Key);
        var problems = links.ProblemsOfSend(path);
        var name = French.Text(
            $"{journey.Model.CampaignTitle}, parcours {path}, chaque jour {Span(journey.From, journey.Until)}{Told(problems)}");
        return new(journey.From, journey.Until, "journey", name, Anchor(problems, ReportLinks.OfSend(path)), links.WorstOf(problems), path);
    }

    private static IEnumerable<DateOnly> Days(ZonePlan zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        return [LocalTime.DateOf(zone.Slots[0].Start, clock), LocalTime.DateOf(zone.Slots[^1].Start, clock)];
    }

    private static string Style(PlannedSend send) => send.Channels[0] == Messages.Channel.Sms ? "sms" : "email";

    private static string Anchor(IReadOnlyList<int> problems, string entry) =>
        problems.Count == 0 ? entry : ReportLinks.OfProblem(problems[0]);

    private string Span(DateOnly from, DateOnly until) => from == until
        ? French.Text($"le {FrenchDates.Short(from, year)}")
        : French.Text($"du {FrenchDates.DayMonth(from, year)} au {FrenchDates.DayMonth(until, year)}");

    private string Told(IReadOnlyList<int> problems) => links.WorstOf(problems) switch
    {
        null => "",
        Severity.Error => French.Text($" ; {French.Count(problems.Count, "problème, une erreur", "problèmes, dont une erreur")}"),
        _ => French.Text($" ; {French.Count(problems.Count, "avertissement", "avertissements")}"),
    };
}
