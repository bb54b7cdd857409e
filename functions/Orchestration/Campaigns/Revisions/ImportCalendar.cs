using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Planning;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns.Revisions;

/// <summary>
/// A calendar was uploaded: reads it whole, reports every problem at once, and, if there is no error, makes it a revision and starts its
/// orchestration. The same content again changes nothing.
/// </summary>
public sealed class ImportCalendar(
    Containers containers,
    CalendarReferencesFactory references,
    RevisionStore revisions,
    RevisionComparer comparer,
    IOptions<PlanningRules> rules,
    Clocks clocks,
    ILogger<ImportCalendar> logger)
{
    [Function(nameof(ImportCalendar))]
    public async Task RunAsync(
        [BlobTrigger("calendars/{name}", Connection = StorageAccounts.Exchange, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var reading = await ReadAsync(blob, cancellation);
        var plan = reading.Calendar is { } calendar ? Planner.Plan(calendar, rules.Value, now) : null;
        var report = new CalendarReport(name, now, reading, plan, null, null, []);
        if (report.Outcome != ReportOutcome.Refused)
            report = await AcceptAsync(report, client, cancellation);

        await WriteAsync(report, cancellation);
        logger.CalendarRead(name, report.Outcome, report.Revision, report.Problems.Count);
    }

    private async Task<CalendarReading> ReadAsync(BlobClient blob, CancellationToken cancellation)
    {
        var length = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
        if (length > CalendarReader.MaxLength)
            return CalendarReader.TooLong(length);
        var content = (await blob.DownloadContentAsync(cancellation)).Value.Content;
        var known = await references.CreateAsync(cancellation);
        return CalendarReader.Read(content, known);
    }

    private async Task<CalendarReport> AcceptAsync(CalendarReport report, DurableTaskClient client, CancellationToken cancellation)
    {
        var calendar = report.Reading.Calendar!;
        var revision = await revisions.AddAsync(
            new CalendarRevision(
                calendar.Id, 0, calendar.RevisionOf, CalendarHash.Of(calendar), report.File, report.ReadAt, report.Plan!.Sends)
            {
                Journeys = report.Plan.Journeys,
            },
            cancellation);
        var difference = await comparer.DifferenceAsync(revision, cancellation);
        var comparison = await comparer.CompareAsync(revision, cancellation);
        await StartAsync(revision, client, cancellation);
        return report with
        {
            Revision = revision.Number,
            Difference = difference,
            Confirmation = comparison.Phase == RevisionPhase.WaitingForConfirmation ? [comparison.Why!] : [],
        };
    }

    /// <summary>One orchestration per revision; the one before, if it still waits for a confirmation, learns that it is superseded.</summary>
    private static async Task StartAsync(CalendarRevision revision, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = CalendarOrchestrator.InstanceId(revision.Calendar, revision.Number);
        if (await client.GetInstanceAsync(instance, cancellation) is not null)
            return;
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CalendarOrchestrator),
            new RevisionInput(revision.Calendar, revision.Number),
            new StartOrchestrationOptions(InstanceId: instance),
            cancellation);
        if (revision.Number > 1)
            await client.RingAsync(CalendarOrchestrator.InstanceId(revision.Calendar, revision.Number - 1), cancellation);
    }

    private async Task WriteAsync(CalendarReport report, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(report.File);
        await containers.CalendarReports.WriteAsync(
            $"{name}.json", new BinaryData(CalendarReportJson.Write(report)), "application/json", cancellation);
        await containers.CalendarReports.WriteAsync(
            $"{name}.html", new BinaryData(CalendarReportHtml.Write(report)), "text/html; charset=utf-8", cancellation);
    }
}
