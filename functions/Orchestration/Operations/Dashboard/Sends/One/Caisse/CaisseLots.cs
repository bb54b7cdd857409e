using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Reports;
using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>One lot as it stands: figures only.</summary>
/// <param name="Lot">As decided.</param>
/// <param name="Rendered">Its messages are composed.</param>
/// <param name="Closed">What became of what never went; null when nothing was closed.</param>
/// <param name="Counts">Messages by status.</param>
public sealed record LotView(LotEntry Lot, bool Rendered, LotEnd? Closed, DeliveryCounts Counts);

/// <summary>Reads what was recorded of lots; a page of them at a time, since each may hold thousands of outcomes.</summary>
public sealed class CaisseLots(Containers containers, LotStore lots)
{
    public const int PageSize = 20;
    private const int AtOnce = 4;

    internal async Task<IReadOnlyList<LotView>> ReadAsync(DecisionIndex index, IReadOnlyList<LotEntry> shown, CancellationToken cancellation)
    {
        var closed = (await containers.Decisions.TryReadAsync<ClosedLots>(ClosedLots.Path(index.SendKey, index.Caisse), cancellation))?.Value ?? ClosedLots.None;
        var views = new LotView[shown.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, shown.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (at, _) => views[at] = await ReadAsync(index, shown[at], closed, cancellation));
        return views;
    }

    private async Task<LotView> ReadAsync(DecisionIndex index, LotEntry lot, ClosedLots closed, CancellationToken cancellation)
    {
        var id = new LotId(index.SendKey, index.Caisse, lot.Number);
        var outcomes = await LotOutcomes.ReadAsync(containers, lots, id, lot.Count, cancellation);
        var end = closed.Lots.GetValueOrDefault(lot.Number);
        var counts = DeliveryCounts.Of(outcomes);
        if (end is not null)
            counts += DeliveryCounts.Of(end.Status, lot.Count - outcomes.Settled);
        var rendered = outcomes.Total > 0 || await lots.FindAsync(id, cancellation) is not null;
        return new LotView(lot, rendered, end, counts);
    }
}
