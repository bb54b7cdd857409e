using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report.Gantt;

/// <summary>What the drawing shows, as text.</summary>
internal static class GanttTable
{
    public static void Write(HtmlMarkup page, IReadOnlyList<(string Title, IReadOnlyList<GanttRow> Rows)> groups, int year)
    {
        page.Add($"""
            <details><summary>La même chose en tableau</summary>
            <div class="scroll" role="region" aria-label="L'année en tableau" tabindex="0">
            <table><thead><tr><th scope="col">Du</th><th scope="col">Au</th><th scope="col">Quoi</th></tr></thead>
            """);
        foreach (var (title, rows) in groups)
        {
            foreach (var row in rows)
            {
                page.Add($"""<tbody><tr><th colspan="3" scope="rowgroup">{title} – {row.Title}</th></tr>""");
                foreach (var bar in row.Bars.OrderBy(bar => bar.From).ThenBy(bar => bar.Name, StringComparer.Ordinal))
                {
                    page.Add($"""
                        <tr><td class="date">{FrenchDates.DayMonth(bar.From, year)}</td><td class="date">{FrenchDates.DayMonth(bar.Until, year)}</td><td><a href="{bar.Link}">{bar.Name}</a></td></tr>
                        """);
                }

                page.Add($"</tbody>");
            }
        }

        page.Add($"</table></div></details>");
    }
}
