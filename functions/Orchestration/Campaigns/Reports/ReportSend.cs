using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Sends;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns;

/// <summary>What the orchestration knows of a send when it asks for its report.</summary>
public sealed record ReportInput(SendStatus Status, bool IsFinal);

/// <summary>Writes the report of a send, as JSON and as a page.</summary>
public sealed class ReportSend(Containers containers, SendStore sends, TallyCounter counter)
{
    private static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 16 };

    [Function(nameof(ReportSend))]
    public async Task<SendStatus> RunAsync([ActivityTrigger] ReportInput input, CancellationToken cancellation)
    {
        var plan = (await sends.ReadAsync(input.Status.Send, cancellation)).Plan;
        var tallies = new ConcurrentBag<CaisseTally>();
        if (input.Status.Phase != SendPhase.Over)
        {
            await Parallel.ForEachAsync(await CaissesAsync(plan.Key, cancellation), SomeAtOnce, async (caisse, _) =>
            {
                if (await TallyAsync(plan.Key, caisse.Key, caisse.Value, cancellation) is { } tally)
                    tallies.Add(tally);
            });
        }

        var caisses = tallies.OrderBy(tally => tally.Caisse, StringComparer.Ordinal).ToArray();
        var report = SendReport.Of(plan, input.Status, caisses, input.IsFinal);
        await containers.Reports.WriteAsync(
            $"{plan.Key}.json", new BinaryData(JsonSerializer.SerializeToUtf8Bytes(report, Json.Indented)), "application/json", cancellation);
        await containers.Reports.WriteAsync($"{plan.Key}.html", SendReportPage.Write(report), "text/html; charset=utf-8", cancellation);
        if (input.IsFinal)
            Meters.SendEntered(report.Status.Phase, input.Status.Phase);
        return report.Status;
    }

    /// <summary>Those that left a trace: a revision of the calendar may have taken some out of the plan after their decisions.</summary>
    /// <returns>By caisse, the version of its account; null when there is none.</returns>
    private async Task<IReadOnlyDictionary<string, ETag?>> CaissesAsync(SendKey send, CancellationToken cancellation)
    {
        var caisses = new Dictionary<string, ETag?>(StringComparer.Ordinal);
        await foreach (var item in containers.Decisions.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", $"{send}/", cancellation))
        {
            if (item.IsPrefix)
                caisses.Add(item.Prefix.Split('/')[1], null);
        }

        await foreach (var blob in containers.Progress.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{send}/", cancellation))
        {
            var caisse = blob.Name.Split('/')[1];
            if (blob.Name == CaisseTally.Path(send, caisse))
                caisses[caisse] = blob.Properties.ETag;
            else
                caisses.TryAdd(caisse, null);
        }

        return caisses;
    }

    /// <summary>Receipts may have come since the caisse was counted; an account that is missing although decisions were made is counted anew.</summary>
    private async Task<CaisseTally?> TallyAsync(SendKey send, string caisse, ETag? version, CancellationToken cancellation)
    {
        var path = CaisseTally.Path(send, caisse);
        CaisseTally? kept = null;
        if (version is { } known && !containers.Recent.TryGet(CaisseTally.NameOf(path, known), out kept))
            kept = (await containers.Progress.TryReadAsync<CaisseTally>(path, cancellation))?.Value;
        return kept is { Counts: { Accepted: 0, Unknown: 0 } } ? kept : await counter.TryCountAsync(send, caisse, cancellation);
    }
}
