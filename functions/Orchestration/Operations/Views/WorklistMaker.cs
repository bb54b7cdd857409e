using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Operations.Views.Worklists;
using Orchestration.Planning;
using Orchestration.Planning.Views;

namespace Orchestration.Operations.Views;

/// <summary>Gathers what a worklist is made from.</summary>
public sealed class WorklistMaker(CalendarInForce calendars, VisaStore visas, ControlStore control, Clocks clocks)
{
    // A send that is neither near nor recent can be neither due nor late.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(45);

    /// <returns>Null when no revision of such a calendar was ever applied.</returns>
    public async Task<Worklist?> FindAsync(string calendar, IsoWeek week, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await calendars.FindAsync(calendar, cancellation) is not { } source)
            return null;
        var now = clocks.Business.GetUtcNow();
        var statuses = new Dictionary<SendKey, SendStatus>();
        foreach (var send in source.Sends.Where(send => IsNear(send, week, now)))
        {
            if ((await client.GetInstanceAsync(send.Key.Value, getInputsAndOutputs: true, cancellation))?.ReadCustomStatusAs<SendStatus>() is { } status)
                statuses.Add(send.Key, status);
        }

        var records = new WorklistRecords(
            source, statuses, await visas.PendingAsync(cancellation), await control.ReadAsync(cancellation));
        return WorklistView.Of(records, week, now);
    }

    /// <summary>The week that it is in Paris.</summary>
    public IsoWeek ThisWeek() => IsoWeek.Of(LocalTime.DateOf(clocks.Business.GetUtcNow(), WorklistPage.Office));

    private static bool IsNear(PlannedSend send, IsoWeek week, DateTimeOffset now)
    {
        var end = LocalTime.ToUtc(week.Sunday.AddDays(2), TimeOnly.MinValue, WorklistPage.Office);
        return send.ActiveZones().Any(zone => zone.PrepareAt < (end > now ? end : now) && zone.ExpiresAt > now - Recent);
    }
}
