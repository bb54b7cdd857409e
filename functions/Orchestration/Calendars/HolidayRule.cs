namespace Orchestration.Calendars;

/// <summary>What becomes of a send whose date is a public holiday where the caisse is.</summary>
public enum HolidayRule
{
    /// <summary>It goes out on the next allowed day.</summary>
    Next,

    /// <summary>It goes out on the allowed day before.</summary>
    Previous,

    /// <summary>It does not go out there.</summary>
    Skip,
}
