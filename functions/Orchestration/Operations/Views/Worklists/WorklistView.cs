using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Planning.Views;
using Orchestration.Wording;

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

    /// <summary>The gravest thing that is late with a send; null for none.</summary>
    private LateItem? Late(PlannedSend send)
    {
        var zones = send.ActiveZones().ToList();
        if (zones.Count == 0 || records.Control[send.Key] == SendControl.Cancelled)
        {
            return null;
        }

        var (prepareAt, start, end) = (zones.Min(zone => zone.PrepareAt), zones.Min(zone => zone.Slots[0].Start), zones.Max(zone => zone.Slots[^1].End));
        var status = records.Statuses.GetValueOrDefault(send.Key);
        return status?.Phase switch
        {
            SendPhase.Closed => null,
            SendPhase.Over => Between(start) && now >= end ? Item(start, $"n'est pas parti : {status.Why ?? "sans suite"}") : null,
            _ when records.Control[send.Key] == SendControl.Paused && start <= now => Item(start, $"suspendu, alors que son créneau a commencé"),
            SendPhase.Sending or SendPhase.Sent when NotCounted(status) is > 0 and var caisses =>
                Item(prepareAt, $"{French.Count(caisses, "caisse n’a pas pu être préparée", "caisses n’ont pas pu être préparées")}"),
            SendPhase.Sending when now >= end => Item(end, $"son dernier créneau est passé, tout n'est pas parti"),
            SendPhase.Sending or SendPhase.Sent => null,
            SendPhase.WaitingForVisa when prepareAt <= now => Item(prepareAt, $"aurait dû être préparé : {PhaseNames.Of(status)}"),
            _ when start <= now && Between(start) => Item(start, $"aurait dû commencer : {(status is null ? "pas encore programmé" : PhaseNames.Of(status))}"),
            _ => null,
        };

        LateItem Item(DateTimeOffset since, FrenchText what) => new(send.Key, send.CampaignTitle, since, what.ToString());
    }

    /// <summary>What never went out is told in its week and the next, not for ever.</summary>
    private bool Between(DateTimeOffset start) => start > LocalTime.ToUtc(week.Monday.AddDays(-7), TimeOnly.MinValue, WorklistPage.Office);

    private string State(PlannedSend send) => (records.Control[send.Key], records.Statuses.GetValueOrDefault(send.Key)) switch
    {
        (SendControl.Paused, _) => "suspendu",
        (_, { } status) => PhaseNames.Of(status),
        _ => "prévu",
    };

    private static int NotCounted(SendStatus status) => status.Caisses.GetValueOrDefault(CaissePhase.NotCounted);

    private static IEnumerable<DateOnly> Days(ZonePlan zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        return zone.Slots.Select(slot => LocalTime.DateOf(slot.Start, clock));
    }
}
