using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Operations.Dashboard.Sends;

namespace Orchestration.Operations.Dashboard.Watch;

/// <summary>Gathers the sends that are near, recent or under way.</summary>
public sealed class WatchReader(SendBoard board, SendStore sends, ControlStore control, Clocks clocks)
{
    // What went out longer ago is closed, or was told for weeks.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(45);

    /// <summary>Beyond the days in which a visa is urgent.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(21);

    internal async Task<WatchView> ReadAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var near = (await board.ReadAsync(client, cancellation)).Where(row => IsNear(row, now)).ToList();
        var rows = await board.ShowAsync(near, client, cancellation);
        var records = await sends.ReadManyAsync(rows.Select(row => row.Send.Key), cancellation);
        var watched = new List<WatchedSend>();
        foreach (var row in rows)
        {
            var progress = row.State == BoardState.Sending
                ? (await client.GetInstanceAsync(row.Send.Key.Value, cancellation))?.LastUpdatedAt
                : null;
            if (records.TryGetValue(row.Send.Key, out var record))
                watched.Add(new WatchedSend(row, record, progress));
        }

        return WatchView.Of(watched, await control.ReadAsync(cancellation), now);
    }

    private static bool IsNear(BoardRow row, DateTimeOffset now) =>
        row.State is not (BoardState.Closed or BoardState.Cancelled) && row.Send.Starts > now - Recent && row.Send.Starts < now + Ahead;
}
