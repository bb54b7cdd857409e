namespace Orchestration.Calendars;

/// <summary>What became of an uploaded calendar.</summary>
/// <param name="Calendar">Null when at least one problem is an error: nothing partial is ever started.</param>
/// <param name="Problems">All of them, in the order of the file.</param>
public sealed record CalendarReading(Calendar? Calendar, IReadOnlyList<CalendarProblem> Problems);
