using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns.Revisions;

/// <summary>
/// A calendar was uploaded: reads it whole, reports every problem at once, and, if there is no error, makes it a revision and starts its
/// orchestration. The same content again changes nothing.
/// </summary>
public sealed class ImportCalendar(RevisionMaker maker, Clocks clocks, ILogger<ImportCalendar> logger)
{
    [Function(nameof(ImportCalendar))]
    public Task RunAsync(
        [BlobTrigger("calendars/{name}", Connection = StorageAccounts.Exchange, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        Traces.ImportAsync("calendar", () => ReadAsync(blob, name, client, cancellation));

    private async Task ReadAsync(BlobClient blob, string name, DurableTaskClient client, CancellationToken cancellation)
    {
        var report = await ImportAsync(blob, name, client, cancellation);
        await maker.WriteAsync(report, cancellation);
        logger.CalendarRead(name, report.Outcome, report.Revision, report.Problems.Count);
    }

    private async Task<CalendarReport> ImportAsync(BlobClient blob, string name, DurableTaskClient client, CancellationToken cancellation)
    {
        var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        if (CalendarReader.IsTooLong(properties.ContentLength, name))
            return new CalendarReport(name, clocks.Business.GetUtcNow(), CalendarReader.TooLong(properties.ContentLength, name), null, null, null, []);
        var file = (await blob.DownloadContentAsync(cancellation)).Value;
        var draft = await maker.DraftAsync(name, file.Content, null, cancellation);
        return draft.IsRefused
            ? draft.Report
            : await maker.AcceptAsync(draft, new RevisionCause(RevisionCauseKind.Calendar, name, file.Details.ETag.ToString()), client, cancellation);
    }
}
