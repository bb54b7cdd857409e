using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning.Views.Feeds;

namespace Orchestration.Operations.Views;

/// <summary>Reads the calendar whose plan runs.</summary>
public sealed class CalendarInForce(RevisionStore revisions, SendStore sends, ControlStore control)
{
    /// <returns>Null when no revision of such a calendar was ever applied.</returns>
    public async Task<FeedSource?> FindAsync(string calendar, CancellationToken cancellation)
    {
        if (!Requests.IsCalendar(calendar) || await revisions.HeadAsync(calendar, cancellation) is not { Applied: > 0 } head)
            return null;
        var revision = await revisions.ReadAsync(calendar, head.Applied, cancellation);
        var board = await control.ReadAsync(cancellation);
        return new FeedSource(
            calendar,
            revision.Number,
            revision.ImportedAt,
            revision.Outline,
            revision.Sends,
            await WithdrawnAsync(revision, cancellation),
            board.Sends.Keys.Where(key => board[key] == SendControl.Cancelled).ToHashSet());
    }

    /// <summary>Days of journeys are no entries of a feed, and are left alone.</summary>
    private async Task<IReadOnlyList<Planning.PlannedSend>> WithdrawnAsync(CalendarRevision revision, CancellationToken cancellation)
    {
        var present = revision.Sends.Select(send => send.Key).ToHashSet();
        var journeys = revision.Journeys.Select(journey => journey.Model.Key.Series).ToHashSet(StringComparer.Ordinal);
        var gone = (await sends.KeysAsync(revision.Calendar, cancellation)).Where(key => !present.Contains(key) && !journeys.Contains(key.Series));
        var records = await sends.ReadManyAsync(gone, cancellation);
        return [.. records.Values.Where(record => record is { Withdrawn: true, Scan: null }).Select(record => record.Plan)];
    }
}
