using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orchestration.Caisses.Library;
using Orchestration.Campaigns;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Messages.Library;

/// <summary>
/// Layouts and templates were uploaded, as an archive or as a folder whose manifest came last: publishes the folders that pass every check, and reports on
/// the others, which stay as they were published before.
/// </summary>
public sealed class ImportTemplates(
    Containers containers, LibraryStore store, LibraryVisas visas, IOptions<MessageSettings> settings, ILogger<ImportTemplates> logger)
{
    [Function(nameof(ImportTemplates))]
    public Task RunAsync(
        [BlobTrigger("templates/{name}", Connection = StorageAccounts.Exchange, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        Traces.ImportAsync("templates", () => ReadAsync(blob, name, client, cancellation));

    private async Task ReadAsync(BlobClient blob, string name, DurableTaskClient client, CancellationToken cancellation)
    {
        if (!TemplateUpload.IsWhole(name))
            return;
        var upload = await TemplateUpload.ReadAsync(containers.Templates, blob, cancellation);
        var report = upload.Problems.Count > 0
            ? new TemplateReport(name, [], upload.Problems)
            : await PublishAsync(name, upload.Folders, cancellation);

        if (report.Published.Count > 0)
            await visas.RequestAsync(cancellation);
        await TemplateReportFiles.WriteAsync(containers.TemplateReports, report, cancellation);
        logger.TemplatesRead(name, report.Published.Count, report.Problems.Count);
        if (report.Published.Count > 0)
            await client.RingAllSendsAsync(new Ring(), cancellation);
    }

    private async Task<TemplateReport> PublishAsync(
        string name, IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> folders, CancellationToken cancellation)
    {
        while (true)
        {
            var pointer = await store.PointerAsync(cancellation);
            var present = pointer is null ? LibraryFiles.Empty : await store.ReadAsync(pointer.Value.Hash, cancellation);
            var (next, report) = Publication.Of(name, present, folders, settings.Value);
            if (next.Hash() == pointer?.Value.Hash || await store.TryPublishAsync(next, pointer, cancellation))
                return report;
        }
    }
}
