using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>
/// What orchestrations say of their sends, asked one by one and kept: for good once a send is closed, for a moment while it goes out, longer while
/// nothing can happen to it. Asking for all instances would also give those of the caisses, a hundred times as many.
/// </summary>
internal sealed class BoardStatuses(Containers containers, Clocks clocks)
{
    /// <summary>Of what is shown.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);
    private static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 16 };

    private readonly ConcurrentDictionary<SendKey, (BoardStatus Status, DateTimeOffset ReadAt)> _known = new();

    /// <param name="sends">Which ones.</param>
    /// <param name="client">Asks.</param>
    /// <param name="shown">Whether they are about to be shown: nothing is older than a moment then.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task RefreshAsync(IEnumerable<BoardSend> sends, DurableTaskClient client, bool shown, CancellationToken cancellation)
    {
        var now = clocks.System.GetUtcNow();
        var business = clocks.Business.GetUtcNow();
        var stale = sends.Where(send => send.Started && IsStale(send)).ToArray();
        await Parallel.ForEachAsync(
            stale,
            SomeAtOnce,
            async (send, _) => _known[send.Key] = (await BoardStatus.ReadAsync(client, containers, send.Key, started: true, cancellation), now));

        bool IsStale(BoardSend send) =>
            !_known.TryGetValue(send.Key, out var known) || now - known.ReadAt >= (shown ? Shown(known.Status) : LifetimeOf(send, known.Status, business));
    }

    public BoardStatus Of(SendKey send) => _known.TryGetValue(send, out var known) ? known.Status : BoardStatus.Unknown;

    private static TimeSpan Shown(BoardStatus status) => status.Status?.Phase == SendPhase.Closed ? TimeSpan.MaxValue : Fresh;

    private static TimeSpan LifetimeOf(BoardSend send, BoardStatus known, DateTimeOffset business) => known.Status?.Phase switch
    {
        SendPhase.Closed => TimeSpan.MaxValue,
        SendPhase.Over or SendPhase.Sent => Slow,
        _ when send.PrepareAt > business + Soon => Slow,
        _ => Fresh,
    };
}
