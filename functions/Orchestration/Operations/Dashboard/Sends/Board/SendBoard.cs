using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Control;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Every send of every calendar and order with where it stands: what operators look through. Never slower than what has changed.</summary>
public sealed class SendBoard(Containers containers, ControlStore control, Clocks clocks) : IDisposable
{
    private readonly BoardRecords _records = new(containers, clocks.System);
    private readonly BoardStatuses _statuses = new(containers, clocks);

    /// <summary>All of them, in no order; what goes out now is a moment old, the rest up to half a minute.</summary>
    internal async Task<IReadOnlyList<BoardRow>> ReadAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var sends = await _records.ReadAsync(cancellation);
        await _statuses.RefreshAsync(sends, client, shown: false, cancellation);
        return await RowsAsync(sends, cancellation);
    }

    /// <summary>Those that are shown, as they are now.</summary>
    internal async Task<IReadOnlyList<BoardRow>> ShowAsync(
        IReadOnlyList<BoardRow> rows, DurableTaskClient client, CancellationToken cancellation)
    {
        var sends = rows.Select(row => row.Send).ToArray();
        await _statuses.RefreshAsync(sends, client, shown: true, cancellation);
        return await RowsAsync(sends, cancellation);
    }

    public void Dispose() => _records.Dispose();

    private async Task<IReadOnlyList<BoardRow>> RowsAsync(IReadOnlyList<BoardSend> sends, CancellationToken cancellation)
    {
        var board = await control.ReadAsync(cancellation);
        return [.. sends.Select(send => BoardRow.Of(send, _statuses.Of(send.Key), board))];
    }
}
