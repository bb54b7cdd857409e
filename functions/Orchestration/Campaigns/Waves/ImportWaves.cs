using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Calendars.Waves;
using Orchestration.Campaigns.Revisions;
using Orchestration.Planning;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns.Waves;

/// <summary>
/// The media agency delivered its waves: reads them whole, reports every problem at once, and, if there is no error, plans every calendar anew that
/// has one of their campaigns. The same waves again change nothing.
/// </summary>
public sealed class ImportWaves(
    Containers containers, WaveStore waves, RevisionStore revisions, RevisionMaker maker, Clocks clocks, ILogger<ImportWaves> logger)
{
    [Function(nameof(ImportWaves))]
    public Task RunAsync(
        [BlobTrigger("waves/{name}", Connection = StorageAccounts.Exchange, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        Traces.ImportAsync("waves", () => ReadAsync(blob, name, client, cancellation));

    private async Task ReadAsync(BlobClient blob, string name, DurableTaskClient client, CancellationToken cancellation)
    {
        var report = await ImportAsync(blob, name, client, cancellation);
        var path = Path.GetFileNameWithoutExtension(name);
        await containers.WaveReports.WriteAsync(
            $"{path}.json", new BinaryData(JsonSerializer.SerializeToUtf8Bytes(report, Json.Indented)), "application/json", cancellation);
        await containers.WaveReports.WriteAsync($"{path}.html", WaveReportPage.Write(report), "text/html; charset=utf-8", cancellation);
        logger.WavesRead(name, report.Outcome, report.Waves, report.Problems.Count);
    }

    private async Task<WaveReport> ImportAsync(BlobClient blob, string name, DurableTaskClient client, CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        if (properties.ContentLength > WavesReader.MaxLength)
            return new WaveReport(name, now, WaveOutcome.Refused, 0, WavesReader.TooLong(properties.ContentLength).Problems, []);
        var file = (await blob.DownloadContentAsync(cancellation)).Value;
        var reading = WavesReader.Read(file.Content, name);
        if (reading.Waves is not { } read)
            return new WaveReport(name, now, WaveOutcome.Refused, 0, reading.Problems, []);

        var taken = await waves.TakeAsync(name, file.Content, file.Details.LastModified, cancellation);
        if (taken.UploadedAt > file.Details.LastModified)
            return new WaveReport(name, now, WaveOutcome.Superseded, read.Count, reading.Problems, []);
        var cause = new RevisionCause(RevisionCauseKind.Waves, name, file.Details.ETag.ToString());
        var calendars = new List<WaveCalendar>();
        foreach (var calendar in await revisions.CalendarsAsync(cancellation))
        {
            if (await PlanAgainAsync(calendar, cause, client, cancellation) is { } planned)
                calendars.Add(planned);
        }

        return new WaveReport(name, now, WaveOutcome.Accepted, read.Count, reading.Problems, calendars);
    }

    /// <returns>Null when the waves do not concern the calendar.</returns>
    private async Task<WaveCalendar?> PlanAgainAsync(
        string calendar, RevisionCause cause, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await maker.DraftAgainAsync(calendar, null, cancellation) is not { } draft)
            return null;
        if (draft.IsRefused)
        {
            var errors = draft.Report.Problems.Where(problem => problem.Severity == Severity.Error);
            return new WaveCalendar(calendar, null, ReportOutcome.Refused, [], draft.Moves, [], [.. errors]);
        }

        var report = await maker.ReplaceAsync(draft, cause, client, cancellation);
        var changes = report.Difference!.Changes.Where(change => change.Kinds != PlanChangeKinds.None).SelectMany(change => change.Words).ToArray();
        return draft.Moves.Count + changes.Length == 0
            ? null
            : new WaveCalendar(calendar, report.Revision, report.Outcome, report.Confirmation, draft.Moves, changes, []);
    }
}
