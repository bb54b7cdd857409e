namespace Orchestration.Calendars.Report.Gantt;

/// <summary>Puts bars that overlap one below the other, in as few lanes as it takes.</summary>
internal static class GanttLanes
{
    private const int Gap = 1;

    /// <summary>Whether a bar has room for its text; the mark of a problem always has.</summary>
    public static bool Fits(GanttBar bar, int width) => bar.Caption.Length == 0 || bar.TextWidth <= width;

    /// <returns>Each bar with its lane, from 0, and its place; without those outside the scale.</returns>
    public static IReadOnlyList<(GanttBar Bar, int Lane, int Left, int Width)> Of(GanttScale scale, IEnumerable<GanttBar> bars)
    {
        // The lane that is free soonest; of several, the highest.
        var free = new PriorityQueue<int, (int Right, int Lane)>();
        var placed = new List<(GanttBar, int, int, int)>();
        var lanes = 0;
        foreach (var bar in bars.OrderBy(bar => bar.From).ThenByDescending(bar => bar.Until).ThenBy(bar => bar.Name, StringComparer.Ordinal))
        {
            if (scale.Span(bar.From, bar.Until) is var (left, width))
            {
                var lane = free.TryPeek(out _, out var soonest) && soonest.Right + Gap <= left ? free.Dequeue() : lanes++;
                free.Enqueue(lane, (left + width + (Fits(bar, width) ? 0 : bar.TextWidth), lane));
                placed.Add((bar, lane, left, width));
            }
        }

        return placed;
    }
}
