using Orchestration.Pages;
using Orchestration.Planning.Views;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report.Gantt;

/// <summary>Draws rows over a common scale as SVG; every bar is a link with a name.</summary>
internal sealed class GanttDrawing(HtmlMarkup page, GanttScale scale)
{
    /// <summary>Of a bar, as the style has it.</summary>
    private const int BarHeight = 14;
    private const int LaneHeight = BarHeight + 3;
    private const int TitleHeight = 18;
    private const int MonthHeight = 16;
    private const int AxisHeight = 30;

    // Lines are cut where their drawing ends.
    private const int LongestLine = 4000;

    /// <summary>Months, weeks and the grid that every row repeats.</summary>
    /// <param name="today">Gets a line; null for none.</param>
    public void AddAxis(DateOnly? today)
    {
        page.Add($"""
            <svg class="axis" width="{scale.Width}" height="{AxisHeight}" aria-hidden="true">
            <defs><g id="grid">
            """);
        foreach (var month in Months())
        {
            page.Add($"""<line class="month" x1="{scale.X(month)}" x2="{scale.X(month)}" y1="0" y2="{LongestLine}"/>""");
        }

        if (today is { } day && scale.Has(day))
        {
            page.Add($"""<line class="today" x1="{scale.X(day) + 1}" x2="{scale.X(day) + 1}" y1="0" y2="{LongestLine}"/>""");
        }

        page.Add($"""</g></defs><use href="#grid"/>""");
        AddNames();
        page.Add($"</svg>");
    }

    public void AddRow(GanttRow row)
    {
        var bars = GanttLanes.Of(scale, row.Bars);
        var lanes = bars.Count == 0 ? 1 : bars.Max(bar => bar.Lane) + 1;
        page.Add($"""
            <p class="pin">{row.Title}</p>
            <svg role="group" aria-label="{row.Title}" width="{scale.Width}" height="{TitleHeight + (lanes * LaneHeight) + 4}"><use href="#grid"/>
            """);
        foreach (var (bar, lane, left, width) in bars)
        {
            Add(bar, left, TitleHeight + (lane * LaneHeight), width);
        }

        page.Add($"</svg>");
    }

    private void AddNames()
    {
        foreach (var month in Months().Where(month => scale.X(month) + GanttScale.Week < scale.Width))
        {
            page.Add($"""<text class="name" x="{scale.X(month) + 3}" y="12">{FrenchDates.MonthName(month.Month)}</text>""");
        }

        for (var monday = scale.First; monday < scale.Last; monday = monday.AddDays(7))
        {
            page.Add($"""<text class="week" x="{scale.X(monday) + (GanttScale.Week / 2)}" y="{MonthHeight + 10}">{IsoWeek.Of(monday).Number}</text>""");
        }
    }

    private IEnumerable<DateOnly> Months()
    {
        var first = new DateOnly(scale.First.Year, scale.First.Month, 1);
        for (var month = first < scale.First ? first.AddMonths(1) : first; month <= scale.Last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private void Add(GanttBar bar, int left, int top, int width)
    {
        var worst = bar.Worst switch { null => "", Severity.Error => " has-error", _ => " has-warning" };
        page.Add($"""
            <a href="{bar.Link}" class="bar {bar.Style}{worst}"><title>{bar.Name}</title><rect x="{left}" y="{top}" width="{width}"/>{Text(bar, left, top, width)}</a>
            """);
    }

    /// <summary>Inside the bar, else to its right, else, at the end of the year, to its left.</summary>
    private HtmlMarkup.Fragment Text(GanttBar bar, int left, int top, int width)
    {
        if (bar.Text.Length == 0)
        {
            return $"";
        }

        if (GanttLanes.Fits(bar, width))
        {
            return $"""<text x="{left + 3}" y="{top + 11}">{bar.Text}</text>""";
        }

        return left + width + bar.TextWidth <= scale.Width
            ? Beside("start", left + width + 4, top, bar.Text)
            : Beside("end", left - 4, top, bar.Text);
    }

    private static HtmlMarkup.Fragment Beside(string anchor, int x, int top, string text) =>
        $"""<text class="beside {anchor}" x="{x}" y="{top + 11}">{text}</text>""";
}
