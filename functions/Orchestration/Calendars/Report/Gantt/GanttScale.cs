namespace Orchestration.Calendars.Report.Gantt;

/// <summary>From days to pixels: whole weeks, the calendar's year and what little hangs over it.</summary>
internal sealed class GanttScale
{
    public const int Day = 3;
    public const int Week = 7 * Day;

    /// <summary>A bar of one day must still be seen, and hit.</summary>
    public const int NarrowestBar = 8;

    // Beyond this, bars are cut at the edge: a slip in one date must not shrink the year.
    private const int MostDaysOver = 62;

    public GanttScale(int year, IEnumerable<GanttBar> bars)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (earliest, latest) = (first.AddDays(-MostDaysOver), last.AddDays(MostDaysOver));
        foreach (var bar in bars)
        {
            first = bar.From < first ? Later(bar.From, earliest) : first;
            last = bar.Until > last ? Earlier(bar.Until, latest) : last;
        }

        First = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        Last = last.AddDays((7 - (int)last.DayOfWeek) % 7);
    }

    /// <summary>A Monday.</summary>
    public DateOnly First { get; }

    /// <summary>A Sunday.</summary>
    public DateOnly Last { get; }

    public int Width => X(Last.AddDays(1));

    public bool Has(DateOnly date) => date >= First && date <= Last;

    /// <summary>The left edge of a day.</summary>
    public int X(DateOnly date) => (date.DayNumber - First.DayNumber) * Day;

    /// <summary>Left edge and width of a bar, within the scale; null when all of it lies outside.</summary>
    public (int Left, int Width)? Span(DateOnly from, DateOnly until)
    {
        if (until < First || from > Last)
        {
            return null;
        }

        var left = X(Later(from, First));
        var width = Math.Max(NarrowestBar, X(Earlier(until, Last).AddDays(1)) - left);
        return (Math.Min(left, Width - width), width);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
