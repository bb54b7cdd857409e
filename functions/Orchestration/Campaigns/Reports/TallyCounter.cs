using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Reports;

/// <summary>Counts one send in one caisse from what is stored: decisions, lots closed without going, outcomes, receipts.</summary>
public sealed class TallyCounter(Containers containers, LotStore lots)
{
    /// <returns>Null when no decision was made.</returns>
    public async Task<CaisseTally?> TryCountAsync(SendKey send, string caisse, CancellationToken cancellation)
    {
        if (await containers.TryReadIndexAsync(send, caisse, cancellation) is not { } index)
            return null;
        ClosedLots? closed = null;
        var counts = DeliveryCounts.None;
        var withheld = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var lot in index.Lots)
        {
            var outcomes = await LotOutcomes.ReadAsync(containers, lots, new LotId(send, caisse, lot.Number), lot.Count, cancellation);
            counts += DeliveryCounts.Of(outcomes);
            foreach (var outcome in outcomes.All.Where(outcome => outcome.Status == DeliveryStatus.Withheld))
                Add(withheld, outcome.Reason, 1);
            foreach (var outcome in outcomes.All.Where(outcome => outcome.Status == DeliveryStatus.Failed))
                Add(failed, outcome.Reason, 1);
            var rest = lot.Count - outcomes.Settled;
            if (rest == 0)
                continue;

            closed ??= (await containers.Decisions.TryReadAsync<ClosedLots>(ClosedLots.Path(send, caisse), cancellation))?.Value ?? ClosedLots.None;
            if (closed.Lots.GetValueOrDefault(lot.Number) is not { } end)
                continue;
            counts += DeliveryCounts.Of(end.Status, rest);
            if (end.Status == DeliveryStatus.Withheld && rest > 0)
                Add(withheld, end.Reason, rest);
        }

        return new CaisseTally(
            caisse, CaissePhase.Done, index.Note, index.Targeted, index.Queued, index.Excluded, counts, withheld, failed, index.RejectedRows);
    }

    private static void Add(SortedDictionary<string, int> reasons, string? reason, int count) =>
        reasons[reason ?? "unspecified"] = reasons.GetValueOrDefault(reason ?? "unspecified") + count;
}
