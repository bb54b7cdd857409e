using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Calendars.Waves;
using Orchestration.Campaigns.Waves;
using Orchestration.Planning.Views;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Revisions;

/// <summary>
/// Plans a calendar, and makes a revision of the plan: from a file that was just uploaded, or anew from the file in force, when the agency's waves have
/// moved or a trigger was raised. The same content again changes nothing.
/// </summary>
public sealed class RevisionMaker(
    Containers containers,
    CalendarReferencesFactory references,
    JourneyCheck journeys,
    RevisionStore revisions,
    RevisionComparer comparer,
    RevisionDifference differences,
    TriggerStore triggers,
    WaveStore waves,
    PlanningOutlook outlook,
    Clocks clocks)
{
    /// <summary>Reads and plans a file, without any effect.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="raised">Triggers to plan with; null for those that were raised.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<CalendarDraft> DraftAsync(string name, BinaryData file, RaisedTriggers? raised, CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var nameable = await references.CreateAsync(cancellation);
        var reading = CalendarReader.Read(file, name, nameable);
        if (reading.Calendar is not { } written)
            return new CalendarDraft(new CalendarReport(name, now, reading, null, null, null, []), file, RaisedTriggers.None);

        var over = AgencyWaves.Over(written, await waves.WavesAsync(cancellation));
        var known = raised ?? await triggers.ReadAsync(written.Id, cancellation);
        var plan = await outlook.PlanAsync(over.Calendar, known.Dates, now, cancellation);
        plan = plan with { Problems = [.. plan.Problems, .. await journeys.FindAsync(over.Calendar, cancellation)] };
        reading = new CalendarReading(over.Calendar, [.. reading.Problems, .. over.Problems]);
        return new CalendarDraft(new CalendarReport(name, now, reading, plan, null, null, []), file, known) { Moves = over.Changes };
    }

    /// <summary>Makes a draft without errors a revision, and starts its orchestration.</summary>
    /// <returns>The report, complete; not written.</returns>
    public async Task<CalendarReport> AcceptAsync(CalendarDraft draft, RevisionCause cause, DurableTaskClient client, CancellationToken cancellation)
    {
        var (report, calendar) = (draft.Report, draft.Report.Reading.Calendar!);
        var revision = await revisions.AddAsync(
            new CalendarRevision(
                calendar.Id, 0, cause.Kind == RevisionCauseKind.Calendar ? calendar.RevisionOf : null, draft.ContentHash, report.File, report.ReadAt,
                report.Plan!.Sends)
            {
                Journeys = report.Plan.Journeys,
                Outline = CalendarOutline.Of(calendar, report.Plan),
                Source = await revisions.KeepSourceAsync(calendar.Id, draft.Source, cancellation),
                Triggers = draft.Triggers,
                Cause = cause,
                Changes = await differences.CompareAsync(calendar.Id, report.Plan.Sends, report.Plan.Journeys, cancellation),
            },
            cancellation);
        await StartAsync(revision, client, cancellation);
        return await CompleteAsync(report, revision, cause, cancellation);
    }

    /// <summary>Plans the file in force again.</summary>
    /// <returns>Null when the calendar has none.</returns>
    public async Task<CalendarDraft?> DraftAgainAsync(string calendar, RaisedTriggers? raised, CancellationToken cancellation) =>
        await InForceAsync(calendar, cancellation) is { Source: { } source } revision
            ? await DraftAsync(revision.File, await revisions.SourceAsync(calendar, source, cancellation), raised, cancellation)
            : null;

    /// <summary>Makes a revision of a draft of the file in force, unless nothing has changed, and writes the calendar's report anew.</summary>
    public async Task<CalendarReport> ReplaceAsync(CalendarDraft draft, RevisionCause cause, DurableTaskClient client, CancellationToken cancellation)
    {
        var inForce = await InForceAsync(draft.Report.Reading.Calendar!.Id, cancellation);
        if (inForce!.ContentHash == draft.ContentHash)
        {
            await StartAsync(inForce, client, cancellation);
            return await CompleteAsync(draft.Report, inForce, cause, cancellation);
        }

        var report = await AcceptAsync(draft, cause, client, cancellation);
        await WriteAsync(report, cancellation);
        return report;
    }

    /// <summary>The revision whose plan runs, or is about to: one that waits for a confirmation, or was refused, is not.</summary>
    /// <returns>Null when the calendar has none.</returns>
    public async Task<CalendarRevision?> InForceAsync(string calendar, CancellationToken cancellation)
    {
        if (await revisions.HeadAsync(calendar, cancellation) is not { } head)
            return null;
        var latest = await revisions.ReadAsync(calendar, head.Latest, cancellation);
        var isRunning = head.Applied is 0 || head.Applied == head.Latest
            || (await comparer.CompareAsync(latest, cancellation)).Phase is RevisionPhase.Applying or RevisionPhase.Applied;
        return isRunning ? latest : await revisions.ReadAsync(calendar, head.Applied, cancellation);
    }

    public async Task WriteAsync(CalendarReport report, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(report.File);
        await containers.CalendarReports.WriteAsync(
            $"{name}.json", new BinaryData(CalendarReportJson.Write(report)), "application/json", cancellation);
        await containers.CalendarReports.WriteAsync(
            $"{name}.html", new BinaryData(CalendarReportHtml.Write(report)), "text/html; charset=utf-8", cancellation);
    }

    /// <summary>A revision that an earlier cause made has nothing to say of this one: nothing has changed.</summary>
    private async Task<CalendarReport> CompleteAsync(CalendarReport report, CalendarRevision revision, RevisionCause cause, CancellationToken cancellation)
    {
        var comparison = await comparer.CompareAsync(revision, cancellation);
        return report with
        {
            Revision = revision.Number,
            Difference = await differences.OfAsync(revision, isUnchanged: revision.Cause != cause, cancellation),
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
}
