using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Planning.Views;

namespace Orchestration.Operations.Views.Worklists;

/// <summary>From plan records, visas and control to a worklist: pure.</summary>
public sealed class WorklistView
{
    private readonly WorklistRecords records;
    private readonly IsoWeek week;
    private readonly DateTimeOffset now;

    private WorklistView(WorklistRecords records, IsoWeek week, DateTimeOffset now) => (this.records, this.week, this.now) = (records, week, now);

    public static Worklist Of(WorklistRecords records, IsoWeek week, DateTimeOffset now) => new WorklistView(records, week, now).Make();

    private Worklist Make()
    {
        var calendar = records.Calendar;
        return new Worklist(
            calendar.Calendar,
            calendar.Outline?.Title ?? calendar.Calendar,
            week,
            now,
            [.. calendar.Sends.SelectMany(Leaving).OrderBy(send => send.From).ThenBy(send => send.Send.Value, StringComparer.Ordinal)],
            [.. Visas().OrderBy(visa => visa.NeededBy).ThenBy(visa => visa.Send.Value, StringComparer.Ordinal)],
            [.. calendar.Sends.Select(Late).OfType<LateItem>().OrderBy(late => late.Since).ThenBy(late => late.Send.Value, StringComparer.Ordinal)]);
    }

    private IEnumerable<LeavingSend> Leaving(PlannedSend send)
    {
        var days = send.ActiveZones().SelectMany(Days).Where(day => day >= week.Monday && day <= week.Sunday).ToList();
        if (days.Count > 0 && records.Control[send.Key] != SendControl.Cancelled)
        {
            yield return new LeavingSend(
                send.Key, send.CampaignTitle, days.Min(), days.Max(), send.Population, send.Channels, send.Caisses.Count,
                records.Calendar.Outline?.Volumes.GetValueOrDefault(send.Key), State(send));
        }
    }

    private IEnumerable<AwaitedVisa> Visas()
    {
        var end = LocalTime.ToUtc(week.Sunday.AddDays(1), TimeOnly.MinValue, WorklistPage.Office);
        return records.Pending
            .Where(request => request.Send.Value.StartsWith(records.Calendar.Calendar + ".", StringComparison.Ordinal))
            .Where(request => records.Control[request.Send] != SendControl.Cancelled)
            .Select(request => new AwaitedVisa(
                request.Send, request.Title, request.Template, request.Author, request.NeededBy,
                request.NeededBy < end));
    }

    private LateItem? Late(PlannedSend send) =>
        Lateness.Of(send, records.Statuses.GetValueOrDefault(send.Key), records.Control[send.Key], now, week.Monday);

    private string State(PlannedSend send) => (records.Control[send.Key], records.Statuses.GetValueOrDefault(send.Key)) switch
    {
        (SendControl.Paused, _) => "suspendu",
        (_, { } status) => PhaseNames.Of(status),
        _ => "prévu",
    };

    private static IEnumerable<DateOnly> Days(ZonePlan zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        return zone.Slots.Select(slot => LocalTime.DateOf(slot.Start, clock));
    }
}
