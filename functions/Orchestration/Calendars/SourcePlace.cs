namespace Orchestration.Calendars;

/// <summary>Where something stands in the file that a planner uploaded.</summary>
/// <param name="Line">From 1; the row of a sheet.</param>
/// <param name="Column">From 1, in UTF-16 units, as editors count; the column of a sheet.</param>
/// <param name="Path">Keys and positions from the top, such as <c>sends[2].channels[0]</c>; empty for the whole file.</param>
/// <param name="Sheet">Name of the sheet; null for a text.</param>
public sealed record SourcePlace(int Line, int Column, string Path, string? Sheet = null)
{
    /// <summary>The file as a whole.</summary>
    public static SourcePlace File { get; } = new(1, 1, "");
}
