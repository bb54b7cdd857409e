using Orchestration.Planning;

namespace Orchestration.Calendars.Report;

/// <summary>
/// What a planner is told about an uploaded calendar, written as <c>calendar-reports/{name}.json</c> by <see
/// cref="CalendarReportJson"/> and as <c>.html</c> by <see cref="CalendarReportHtml"/>.
/// </summary>
/// <param name="File">Name of the uploaded file.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Reading">What the file says, or why it says nothing.</param>
/// <param name="Plan">Null when the calendar could not be read.</param>
/// <param name="Revision">The number that it got, or would get; null when it was refused.</param>
/// <param name="Difference">From the revision that is running; null when there is none.</param>
/// <param name="Confirmation">
/// Why somebody must confirm before anything applies, in French, one sentence each; empty when nothing is asked.
/// </param>
public sealed record CalendarReport(
    string File,
    DateTimeOffset ReadAt,
    CalendarReading Reading,
    CalendarPlan? Plan,
    int? Revision,
    PlanDifference? Difference,
    IReadOnlyList<string> Confirmation)
{
    /// <summary>Of the reading and of the plan, in the order of the file, sheet by sheet.</summary>
    public IReadOnlyList<CalendarProblem> Problems =>
    [
        .. Reading.Problems.Concat(Plan?.Problems ?? [])
            .OrderBy(problem => problem.Sheet, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column),
    ];

    public ReportOutcome Outcome =>
        Problems.Any(problem => problem.Severity == Severity.Error) ? ReportOutcome.Refused
        : Confirmation.Count > 0 ? ReportOutcome.ToConfirm
        : ReportOutcome.Accepted;
}

/// <summary>What becomes of the calendar.</summary>
public enum ReportOutcome
{
    /// <summary>Nothing of it starts; the revision before keeps running.</summary>
    Refused,

    /// <summary>Nothing of it applies before somebody confirms; the revision before keeps running.</summary>
    ToConfirm,

    /// <summary>It applies.</summary>
    Accepted,
}
