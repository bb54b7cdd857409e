using Orchestration.Calendars;

namespace Orchestration.Planning;

/// <summary>What the key of an occurrence ends with.</summary>
internal static class OccurrenceNames
{
    /// <summary>Of a send that happens once: moving it keeps its key.</summary>
    public const string Single = "1";

    /// <summary>Of a journey as a whole.</summary>
    public const string Daily = "daily";

    /// <summary>Of one of several: the logical date that it was first planned for.</summary>
    public static string Of(DateOnly date) => CalendarValues.Of(date);
}
