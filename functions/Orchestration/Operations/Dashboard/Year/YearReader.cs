using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Operations.Dashboard.Sends;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>Reads the year of a calendar.</summary>
public sealed class YearReader(RevisionStore revisions, SendBoard board)
{
    /// <param name="wanted">Key of a calendar; empty for the one that came into force last.</param>
    /// <param name="client">Asks orchestrations where they stand.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Null when there is no such calendar in force, or none at all.</returns>
    internal async Task<YearView?> FindAsync(string wanted, DurableTaskClient client, CancellationToken cancellation)
    {
        var inForce = await InForceAsync(cancellation);
        var revision = wanted.Length == 0
            ? inForce.MaxBy(revision => revision.ImportedAt)
            : inForce.FirstOrDefault(revision => revision.Calendar == wanted);
        if (revision is null)
            return null;
        var rows = await board.ReadAsync(client, cancellation);
        var year = YearView.YearOf(revision);
        return new YearView(
            inForce.ToDictionary(one => one.Calendar, one => one.Outline?.Title ?? one.Calendar, StringComparer.Ordinal),
            revision.Calendar,
            revision,
            rows.Where(row => row.Send.Source == revision.Calendar).ToDictionary(row => row.Send.Key, row => row.State),
            [
                .. rows.Where(row => row.Send.Type != CampaignType.National && row.Send.Date.Year == year)
                    .Where(row => OrderId.IsReserved(row.Send.Source) && !OrderId.IsTest(row.Send.Key))
                    .OrderBy(row => row.Send.Starts).ThenBy(row => row.Send.Key.Value, StringComparer.Ordinal),
            ],
            year);
    }

    private async Task<IReadOnlyList<CalendarRevision>> InForceAsync(CancellationToken cancellation)
    {
        var inForce = new List<CalendarRevision>();
        foreach (var calendar in await revisions.CalendarsAsync(cancellation))
        {
            if (await revisions.HeadAsync(calendar, cancellation) is { Applied: > 0 } head)
                inForce.Add(await revisions.ReadAsync(calendar, head.Applied, cancellation));
        }

        return inForce;
    }
}
