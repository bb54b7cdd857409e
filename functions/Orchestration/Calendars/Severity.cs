namespace Orchestration.Calendars;

/// <summary>Whether a problem keeps a calendar from starting.</summary>
public enum Severity
{
    /// <summary>Shown; the calendar may start.</summary>
    Warning,

    /// <summary>Nothing of the calendar starts.</summary>
    Error,
}
