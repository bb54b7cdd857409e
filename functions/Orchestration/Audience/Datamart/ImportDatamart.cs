using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.Campaigns;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Audience.Datamart;

/// <summary>
/// A manifest has arrived, the last file of a snapshot: checks that the snapshot can be read, and makes it current. A shard that is missing does not
/// hold the others back: its caisse stays «not counted», and the report says so.
/// </summary>
public sealed class ImportDatamart(Containers containers, SnapshotStore snapshots, ILogger<ImportDatamart> logger)
{
    [Function(nameof(ImportDatamart))]
    public Task RunAsync(
        [BlobTrigger("datamart/{date}/manifest.json", Connection = StorageAccounts.Data, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string date,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        Traces.ImportAsync("datamart", () => ReadAsync(blob, date, client, cancellation));

    private async Task ReadAsync(BlobClient blob, string date, DurableTaskClient client, CancellationToken cancellation)
    {
        var report = await CheckAsync(blob, date, cancellation);
        await containers.Reports.WriteAsync(
            $"datamart/{date}.json", new BinaryData(JsonSerializer.SerializeToUtf8Bytes(report, Json.Indented)), "application/json", cancellation);
        if (report.Errors.Count == 0)
        {
            await snapshots.PromoteAsync(report.Date, cancellation);
            await client.RingAllJourneysAsync(cancellation);
        }

        logger.DatamartImported(date, report.Shards, report.MissingShards.Count, report.Errors.Count);
    }

    private async Task<DatamartReport> CheckAsync(BlobClient blob, string date, CancellationToken cancellation)
    {
        try
        {
            var manifest = (await blob.DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<DatamartManifest>(Json.Options);
            if (manifest?.Shards?.All(shard => shard is { Caisse.Length: > 0, Name.Length: > 0, Sha256.Length: 64 }) != true)
                return DatamartReport.Refused("manifest.json est incomplet : une date et, pour chaque fichier, population, caisse, name, rows et sha256.");
            if (SnapshotStore.Folder(manifest.Date) != date)
                return DatamartReport.Refused($"Le manifeste décrit le {manifest.Date:yyyy-MM-dd} et non le {date}, son dossier.");
            await snapshots.SchemaAsync(manifest.Date, cancellation);
            return await MissingAsync(manifest, date, cancellation);
        }
        catch (JsonException error)
        {
            return DatamartReport.Refused($"manifest.json est illisible : {error.Message}");
        }
        catch (InvalidDatamartException error)
        {
            return DatamartReport.Refused(error.Message);
        }
    }

    private async Task<DatamartReport> MissingAsync(DatamartManifest manifest, string date, CancellationToken cancellation)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var shard in containers.Datamart.GetBlobsAsync(BlobTraits.None, BlobStates.None, date + "/", cancellation))
            present.Add(shard.Name[(date.Length + 1)..]);
        return new DatamartReport(
            manifest.Date, manifest.Shards.Count, [.. manifest.Shards.Select(shard => shard.Name).Where(name => !present.Contains(name))], []);
    }
}

/// <summary><c>reports/datamart/{date}.json</c>: what became of a snapshot.</summary>
/// <param name="Date">The day that it describes.</param>
/// <param name="Shards">Shards that the manifest names.</param>
/// <param name="MissingShards">Those that were not uploaded.</param>
/// <param name="Errors">In French; with any, the snapshot does not become current.</param>
public sealed record DatamartReport(DateOnly Date, int Shards, IReadOnlyList<string> MissingShards, IReadOnlyList<string> Errors)
{
    public static DatamartReport Refused(string error) => new(default, 0, [], [error]);
}
