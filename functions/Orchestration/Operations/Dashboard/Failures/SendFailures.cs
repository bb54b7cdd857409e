using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Reports;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>What failed of one send; figures only.</summary>
/// <param name="Row">The send.</param>
/// <param name="NotCounted">Caisses that could not be prepared, with why, in French.</param>
/// <param name="Failed">Messages that failed in caisses that have ended, by reason.</param>
internal sealed record SendFailure(BoardRow Row, IReadOnlyList<CaisseTally> NotCounted, IReadOnlyDictionary<string, int> Failed);

/// <summary>Gathers what failed, from the accounts of the caisses.</summary>
public sealed class SendFailures(SendBoard board, Containers containers, Clocks clocks)
{
    public const int Most = 30;

    /// <summary>The sends that have failures, the latest first; those that caisses wait for before all others.</summary>
    /// <returns>Some of them, and how many there are.</returns>
    internal async Task<(IReadOnlyList<SendFailure> First, int Count)> ReadAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var all = (await board.ReadAsync(client, cancellation)).ToLookup(row => row.State != BoardState.Closed && row.Send.PrepareAt < now);
        var underWay = await board.ShowAsync([.. all[true]], client, cancellation);
        var rows = underWay.Concat(all[false]).Where(row => row.NotCounted > 0 || row.Counts.Failed > 0).ToList();
        var failures = new List<SendFailure>();
        foreach (var row in rows.OrderByDescending(row => row.NotCounted > 0).ThenByDescending(row => row.Send.Starts).Take(Most))
            failures.Add(await ReadAsync(row, cancellation));
        return (failures, rows.Count);
    }

    private async Task<SendFailure> ReadAsync(BoardRow row, CancellationToken cancellation)
    {
        var tallies = await Task.WhenAll((await CaissesAsync(row.Send.Key, cancellation)).Select(
            caisse => containers.Progress.TryReadAsync<CaisseTally>(CaisseTally.Path(row.Send.Key, caisse), cancellation)));
        var known = tallies.OfType<Versioned<CaisseTally>>().Select(tally => tally.Value).ToList();
        return new SendFailure(
            row,
            row.NotCounted == 0 ? [] : [.. known.Where(tally => tally.Phase == CaissePhase.NotCounted).OrderBy(tally => tally.Caisse, StringComparer.Ordinal)],
            known.SelectMany(tally => tally.Failed).GroupBy(reason => reason.Key, StringComparer.Ordinal)
                .ToDictionary(reason => reason.Key, reason => reason.Sum(one => one.Value), StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<string>> CaissesAsync(SendKey send, CancellationToken cancellation)
    {
        var caisses = new List<string>();
        await foreach (var item in containers.Progress.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", $"{send}/", cancellation))
        {
            if (item.IsPrefix)
                caisses.Add(item.Prefix.Split('/')[1]);
        }

        return caisses;
    }
}
