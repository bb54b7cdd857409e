namespace Orchestration.Planning;

/// <summary>How much a check weighs.</summary>
public enum CheckSeverity
{
    /// <summary>Not run.</summary>
    Off,

    /// <summary>Shown; the calendar may start.</summary>
    Warning,

    /// <summary>Keeps the calendar from starting, unless the entry has a written reason (<c>waiver:</c>).</summary>
    Waivable,

    /// <summary>Keeps the calendar from starting, always.</summary>
    Error,
}
