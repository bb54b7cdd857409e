namespace Orchestration.Calendars;

/// <summary>Where something stands in the file that a planner uploaded.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units, as editors count.</param>
/// <param name="Path">Keys and positions from the top, such as <c>sends[2].channels[0]</c>; empty for the whole file.</param>
public sealed record SourcePlace(int Line, int Column, string Path)
{
    /// <summary>The file as a whole.</summary>
    public static SourcePlace File { get; } = new(1, 1, "");
}
