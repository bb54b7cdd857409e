using Orchestration.Audience;
using Orchestration.Calendars.Report.Gantt;
using Orchestration.Campaigns;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Planning;
using Orchestration.Planning.Views;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>Something of the year.</summary>
/// <param name="Kind">In French, what it is.</param>
/// <param name="What">Its name, for the tables.</param>
/// <param name="Bar">In the drawing, with all that there is to say.</param>
/// <param name="State">In French; empty for what has none.</param>
/// <param name="Look">Class of the state.</param>
internal sealed record YearEntry(string Kind, string What, GanttBar Bar, string State = "", string Look = "");

/// <summary>Entries that share a heading.</summary>
internal sealed record YearRow(string Title, IReadOnlyList<YearEntry> Entries)
{
    public GanttRow Drawn => new(Title, [.. Entries.Select(entry => entry.Bar)]);
}

/// <summary>What the year has: media waves by campaign, sends by public with their states, journeys, what caisses ordered; pure.</summary>
internal sealed class YearRows(YearView view)
{
    /// <summary>A row for each campaign that has waves, by its first one.</summary>
    public IReadOnlyList<YearRow> Waves() =>
    [
        .. (view.Revision.Outline?.Waves ?? []).GroupBy(wave => wave.Campaign, StringComparer.Ordinal)
            .OrderBy(waves => waves.Min(wave => wave.Start)).ThenBy(waves => waves.Key, StringComparer.Ordinal)
            .Select(waves => new YearRow(waves.First().CampaignTitle, [.. waves.Select(Of)])),
    ];

    /// <summary>A row for each public that gets something.</summary>
    public IReadOnlyList<YearRow> Sends() => ByPublic(
        view.Revision.Sends.Where(send => send.ActiveZones().Any()).Select(send => (send.Population, Of(send))), "envoi", "envois");

    /// <summary>A row for each public that has journeys.</summary>
    public IReadOnlyList<YearRow> Journeys() => ByPublic(
        view.Revision.Journeys.Select(journey => (journey.Model.Population, Of(journey))), "parcours", "parcours");

    /// <summary>A row for each type of campaign of the caisses.</summary>
    public IReadOnlyList<YearRow> Orders() =>
    [
        .. view.Orders.GroupBy(row => row.Send.Type).OrderBy(rows => rows.Key)
            .Select(rows => new YearRow(
                French.Text($"{Sentence.Capitalized(ValueNames.Of(rows.Key))} : {French.Count(rows.Count(), "campagne", "campagnes")}"), [.. rows.Select(Of)])),
    ];

    private static IReadOnlyList<YearRow> ByPublic(IEnumerable<(Population Population, YearEntry Entry)> entries, string one, string many) =>
    [
        .. entries.GroupBy(pair => pair.Population, pair => pair.Entry).OrderBy(group => group.Key)
            .Select(group => new YearRow(
                French.Text($"{Sentence.Capitalized(ValueNames.Of(group.Key))} : {French.Count(group.Count(), one, many)}"), [.. group])),
    ];

    private YearEntry Of(OutlinedWave wave)
    {
        var media = MediaNames.Of(wave.Media);
        var name = French.Text($"Vague {wave.Id}, {wave.CampaignTitle}, {Span(wave.Start, wave.End)}, {media}");
        return new("vague média", French.Text($"{wave.CampaignTitle} : {media}"), new GanttBar(wave.Start, wave.End, "wave", name, "", null, media) { Page = YearPart.MonthAddress(view.Calendar, YearMonths.MonthOf(wave.Start, view.Year)) });
    }

    private YearEntry Of(PlannedSend send)
    {
        var days = send.ActiveZones().SelectMany(Days).ToList();
        var what = French.Text($"{send.CampaignTitle} : {SendNames.Of(send)}, {ChannelNames.InOrder(send.Channels)}");
        return Entry("envoi", what, (days.Min(), days.Max()), send.Key, view.StateOf(send.Key));
    }

    private YearEntry Of(PlannedJourney journey)
    {
        var path = SendNames.PathOf(journey.Model.Key);
        var name = French.Text($"{journey.Model.CampaignTitle}, parcours {path}, chaque jour {Span(journey.From, journey.Until)}");
        var address = $"{PageAnswers.Home}?q={Uri.EscapeDataString(journey.Model.Key.Series)}";
        return new("parcours", French.Text($"{journey.Model.CampaignTitle} : {path}, chaque jour"), new GanttBar(journey.From, journey.Until, "journey", name, "", null, path) { Page = address });
    }

    private YearEntry Of(BoardRow order)
    {
        var (send, caisse) = (order.Send, order.Send.Caisses.First());
        var day = LocalTime.DateOf(send.Starts, Moments.Office);
        var what = French.Text($"{CaisseNames.Of(caisse)} : {send.Title}, {ChannelNames.InOrder(send.Channels)}");
        return Entry("campagne de caisse", what, (day, day), send.Key, order.State);
    }

    private YearEntry Entry(string kind, string what, (DateOnly From, DateOnly Until) days, SendKey send, BoardState state)
    {
        var words = BoardStates.NameOf(state);
        var name = French.Text($"{what}, {Span(days.From, days.Until)} : {words}");
        var bar = new GanttBar(days.From, days.Until, YearLooks.Of(state), name, "", null, YearLooks.MarkOf(state)) { Page = SendLinks.Of(send) };
        return new YearEntry(kind, what, bar, words, BoardStates.LookOf(state));
    }

    private static IEnumerable<DateOnly> Days(ZonePlan zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        return [LocalTime.DateOf(zone.Slots[0].Start, clock), LocalTime.DateOf(zone.Slots[^1].Start, clock)];
    }

    private string Span(DateOnly from, DateOnly until) => from == until
        ? French.Text($"le {FrenchDates.Short(from, view.Year)}")
        : French.Text($"du {FrenchDates.DayMonth(from, view.Year)} au {FrenchDates.DayMonth(until, view.Year)}");
}
