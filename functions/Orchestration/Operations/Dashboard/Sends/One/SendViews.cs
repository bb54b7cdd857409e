using System.Collections.Frozen;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Reads one send, with nothing kept from before.</summary>
public sealed class SendViews(Containers containers, SendStore sends, ControlStore control, VisaStore visas)
{
    /// <returns>Null when no calendar or order ever had such a send.</returns>
    internal async Task<SendView?> FindAsync(string send, DurableTaskClient client, CancellationToken cancellation)
    {
        if (!SendKey.TryParse(send, out var key) || await sends.FindAsync(key, cancellation) is not { } record)
            return null;
        var known = await BoardStatus.ReadAsync(client, containers, key, record.Started, cancellation);
        return new SendView(record, BoardRow.Of(BoardSend.Of(record, FrozenSet<string>.Empty), known, await control.ReadAsync(cancellation)));
    }

    internal async Task<SendDetails> DetailsAsync(SendView view, DurableTaskClient client, CancellationToken cancellation)
    {
        var report = await BoardStatus.ReportAsync(containers, view.Key, cancellation);
        var trail = await control.TrailAsync(view.Key, cancellation);
        return new SendDetails(await CaissesAsync(view, report, client, cancellation), report, trail, await VisaAsync(view, cancellation));
    }

    private Task<VisaRequest?> VisaAsync(SendView view, CancellationToken cancellation) => view.Record.Plan.Pinned is { Approval: { } model } pinned
        ? visas.FindRequestAsync(model, pinned.Hash, cancellation)
        : visas.FindLatestRequestAsync(view.Key, cancellation);

    /// <summary>While it goes out its caisses are asked; afterwards its report has counted them again, receipts included.</summary>
    private static async Task<IReadOnlyList<CaisseStatus>> CaissesAsync(
        SendView view, SendReport? report, DurableTaskClient client, CancellationToken cancellation) => view.Row.Status?.Phase switch
        {
            SendPhase.Sent or SendPhase.Closed when report is not null => [.. report.Caisses.Select(tally => tally.Status)],
            SendPhase.Sending or SendPhase.Sent => await CaisseStatuses.ReadAsync(client, view.Key, view.Record.Plan.Caisses, cancellation),
            _ => [],
        };
}
