using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report.Gantt;

/// <summary>The year at a glance: media waves above, sends below; then the same as a table.</summary>
internal static class ReportGantt
{
    public static void Write(HtmlMarkup page, ReportViews views, ReportLinks links, DateOnly today)
    {
        var rows = new GanttRows(views, links);
        var (waves, sends, journeys) = (rows.Waves(), rows.Sends(), rows.Journeys());
        var scale = new GanttScale(views.Calendar.Year, waves.Concat(sends).Concat(journeys).SelectMany(row => row.Bars));
        page.Add($"""
            <section aria-labelledby="year">
            <h2 id="year">L'année d'un coup d'œil</h2>
            <p class="legend"><span class="key wave">vague média</span> <span class="key email">envoi, e-mail d'abord</span>
            <span class="key sms">envoi, SMS d'abord</span> <span class="key journey">parcours</span> <span class="key has-error">! erreur</span>
            <span class="key has-warning">! avertissement</span> <span class="key now">jour de la vérification</span></p>
            <div class="scroll bleed" role="region" aria-label="Calendrier de l'année" tabindex="0"><div class="gantt">
            """);
        var drawing = new GanttDrawing(page, scale);
        drawing.AddAxis(today);
        Write(page, drawing, "Vagues média, par campagne", waves);
        Write(page, drawing, "Envois, par public", sends);
        Write(page, drawing, "Parcours, chaque jour", journeys);
        page.Add($"</div></div>");
        GanttTable.Write(page, [("Vagues média", waves), ("Envois", sends), ("Parcours", journeys)], views.Calendar.Year);
        page.Add($"</section>");
    }

    private static void Write(HtmlMarkup page, GanttDrawing drawing, string title, IReadOnlyList<GanttRow> rows)
    {
        if (rows.Count > 0)
        {
            page.Add($"""<h3 class="pin">{French.Typeset(title)}</h3>""");
            foreach (var row in rows)
            {
                drawing.AddRow(row);
            }
        }
    }
}
