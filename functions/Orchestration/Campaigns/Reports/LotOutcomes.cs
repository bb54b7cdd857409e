using Orchestration.Audience.Decisions;
using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Reports;

/// <summary>Everything that was recorded of a lot's messages: by rendering, by delivery, by receipts.</summary>
internal static class LotOutcomes
{
    /// <param name="containers">Where it is recorded.</param>
    /// <param name="lots">Rendered lots.</param>
    /// <param name="lot">Which lot.</param>
    /// <param name="count">People in it.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<OutcomeLedger> ReadAsync(
        Containers containers, LotStore lots, LotId lot, int count, CancellationToken cancellation)
    {
        var outcomes = await LotProgress.ReadAsync(containers, lot, cancellation);
        if (outcomes.Total < count && await lots.FindAsync(lot, cancellation) is { } rendered)
        {
            var withheld = new OutcomeLedger();
            await withheld.ReadAsync(containers.Decisions, DecisionPaths.Withheld(lot.Send, lot.Caisse, lot.Number, rendered.Sha256), cancellation);
            foreach (var outcome in withheld.All.Where(outcome => !outcomes.IsSettled(outcome.Id)))
                outcomes.Record(outcome);
        }

        if (outcomes.Count(DeliveryStatus.Accepted) + outcomes.Count(DeliveryStatus.Unknown) > 0)
        {
            using var receipts = new AppendLog<MessageOutcome>(containers.Progress, lot.ReceiptsPath);
            await receipts.ReadNewAsync(outcomes.Record, cancellation);
        }

        return outcomes;
    }
}
