namespace Orchestration.Calendars;

/// <summary>Something that a planner should know about an uploaded calendar, in French, with a way to mend it.</summary>
/// <param name="Code">Stable, for machines and tests; see <see cref="ProblemCodes"/>.</param>
/// <param name="Severity">An error keeps the whole calendar from starting.</param>
/// <param name="Line">From 1; the row of a sheet.</param>
/// <param name="Column">From 1, in UTF-16 units, as editors count; the column of a sheet.</param>
/// <param name="Path">Keys and positions from the top, such as <c>sends[2].channels[0]</c>; empty for the whole file.</param>
/// <param name="What">What was found, with the value read.</param>
/// <param name="Mend">What to write instead.</param>
/// <param name="Sheet">Name of the sheet; null for a text.</param>
/// <param name="Source">Where the rule comes from, such as « A5, lignes 75-78 » of domain.md; null for the form of the file itself.</param>
public sealed record CalendarProblem(
    string Code,
    Severity Severity,
    int Line,
    int Column,
    string Path,
    string What,
    string Mend,
    string? Sheet = null,
    string? Source = null)
{
    /// <summary>Corrections that would mend it without breaking another rule, the best first; empty when none was looked for or found.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];
}
