namespace Orchestration.Calendars.Report.Gantt;

/// <summary>Something that lasts from one day to another.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Style">Class of its shape.</param>
/// <param name="Name">All that a reader who does not see it must know, in French.</param>
/// <param name="Anchor">Where a click leads.</param>
/// <param name="Worst">The worst problem that it has; null for none.</param>
/// <param name="Caption">Shown inside when there is room, else beside it; empty for nothing.</param>
internal sealed record GanttBar(
    DateOnly From, DateOnly Until, string Style, string Name, string Anchor, Severity? Worst, string Caption = "")
{
    private const int CharacterWidth = 6;
    private const int Margin = 6;

    /// <summary>A page that a click leads to instead; null for the anchor.</summary>
    public string? Page { get; init; }

    public string Link => Page ?? $"#{Anchor}";

    /// <summary>What stands inside or beside it.</summary>
    public string Text => Worst is null ? Caption : $"! {Caption}".TrimEnd();

    /// <summary>About how many pixels the text takes.</summary>
    public int TextWidth => Text.Length == 0 ? 0 : (Text.Length * CharacterWidth) + Margin;
}

/// <summary>Bars that share a heading.</summary>
internal sealed record GanttRow(string Title, IReadOnlyList<GanttBar> Bars);
