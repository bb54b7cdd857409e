using System.Globalization;
using Orchestration.Calendars.Report.Gantt;
using Orchestration.Pages;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>Writes the year: media waves above, sends below, and the way to the months; or one month as a table.</summary>
internal static class YearPart
{
    public const string Address = PageAnswers.Home + "/year";

    /// <summary>The address of one month of a calendar.</summary>
    public static string MonthAddress(string calendar, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address}?calendar={Uri.EscapeDataString(calendar)}&{BrowseYear.Month}={month}");

    /// <param name="page">Where it is written.</param>
    /// <param name="view">What there is.</param>
    /// <param name="month">From 1; null for the drawing of the whole year.</param>
    /// <param name="today">In Paris.</param>
    public static void Write(HtmlMarkup page, YearView view, int? month, DateOnly today)
    {
        var rows = new YearRows(view);
        (string Title, IReadOnlyList<YearRow> Rows)[] groups =
        [
            ("Vagues média, par campagne", rows.Waves()), ("Envois, par public", rows.Sends()), ("Parcours, chaque jour", rows.Journeys()), ("Campagnes des caisses", rows.Orders()),
        ];
        WriteCalendars(page, view);
        YearMonths.WriteLinks(page, view, groups, month, today);
        if (month is { } one)
            YearMonths.Write(page, view, groups, one);
        else
            WriteDrawing(page, view, groups, today);
    }

    private static void WriteCalendars(HtmlMarkup page, YearView view)
    {
        page.Add($"""<p class="soft"><code>{view.Calendar}</code>, <a href="{PageAnswers.Home}/revisions/{view.Calendar}/{view.Revision.Number}">révision {view.Revision.Number}</a> en vigueur.</p>""");
        if (view.Calendars.Count < 2)
            return;
        page.Add($"""<nav aria-label="Calendriers"><ul class="months">""");
        foreach (var (key, title) in view.Calendars)
        {
            var current = key == view.Calendar ? HtmlMarkup.Part($" aria-current=\"page\"") : HtmlMarkup.Part($"");
            page.Add($"""<li><a href="{Address}?calendar={key}"{current}>{title}</a></li>""");
        }

        page.Add($"</ul></nav>");
    }

    private static void WriteDrawing(
        HtmlMarkup page, YearView view, IReadOnlyList<(string Title, IReadOnlyList<YearRow> Rows)> groups, DateOnly today)
    {
        var scale = new GanttScale(view.Year, groups.SelectMany(group => group.Rows).SelectMany(row => row.Entries).Select(entry => entry.Bar));
        page.Add($"""
            <section aria-labelledby="year"><h2 id="year">L'année d'un coup d'œil</h2>
            <p class="legend"><span class="key wave">vague média</span> <span class="key journey">parcours</span> <span class="key st-planned">prévu</span>
            <span class="key st-wait">visa attendu, ou suspendu (II)</span> <span class="key st-going">» en cours</span>
            <span class="key st-gone">✓ parti ou clos</span> <span class="key st-bad">× annulé ou sans suite, ! en panne</span> <span class="key now">aujourd'hui</span></p>
            <div class="scroll" role="region" aria-label="Calendrier de l'année" tabindex="0"><div class="gantt">
            """);
        var drawing = new GanttDrawing(page, scale);
        drawing.AddAxis(today);
        foreach (var (title, rows) in groups.Where(group => group.Rows.Count > 0))
        {
            page.Add($"""<h3 class="pin">{title}</h3>""");
            foreach (var row in rows)
                drawing.AddRow(row.Drawn);
        }

        page.Add($"</div></div></section>");
    }
}
