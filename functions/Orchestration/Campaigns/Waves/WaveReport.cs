using Orchestration.Calendars;
using Orchestration.Calendars.Report;

namespace Orchestration.Campaigns.Waves;

/// <summary><c>wave-reports/{name}.json</c>: what became of a file of waves.</summary>
/// <param name="File">Name of the uploaded blob.</param>
/// <param name="ReadAt">Business time.</param>
/// <param name="Outcome">Refused when it has an error; superseded when a later file was read before it.</param>
/// <param name="Waves">How many it has.</param>
/// <param name="Problems">All of them, in the order of the file.</param>
/// <param name="Calendars">Every calendar that it concerns.</param>
public sealed record WaveReport(
    string File, DateTimeOffset ReadAt, WaveOutcome Outcome, int Waves, IReadOnlyList<CalendarProblem> Problems, IReadOnlyList<WaveCalendar> Calendars);

/// <summary>What the agency's waves do to one calendar.</summary>
/// <param name="Calendar">Key of the calendar.</param>
/// <param name="Revision">Under which it is planned with them; null when it could not be planned.</param>
/// <param name="Outcome">Whether that revision applies by itself.</param>
/// <param name="Confirmation">Why it does not; in French.</param>
/// <param name="Moves">What the file changes in the calendar's waves; in French, a sentence each.</param>
/// <param name="Changes">Which sends move from when to when, and what had gone already; in French, a sentence each.</param>
/// <param name="Problems">Errors that the calendar has now; the plan before goes on.</param>
public sealed record WaveCalendar(
    string Calendar,
    int? Revision,
    ReportOutcome Outcome,
    IReadOnlyList<string> Confirmation,
    IReadOnlyList<string> Moves,
    IReadOnlyList<string> Changes,
    IReadOnlyList<CalendarProblem> Problems);

/// <summary>What became of the file itself.</summary>
public enum WaveOutcome
{
    /// <summary>Nothing of it counts; the agency's file before does.</summary>
    Refused,

    /// <summary>A later file counts.</summary>
    Superseded,

    Accepted,
}
