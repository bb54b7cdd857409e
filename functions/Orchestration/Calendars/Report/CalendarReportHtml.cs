using System.Text;
using Orchestration.Calendars.Report.Gantt;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Writes a report for people: one page in French that loads nothing and runs nothing.</summary>
public static class CalendarReportHtml
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <returns>UTF-8, the same bytes for the same report.</returns>
    public static byte[] Write(CalendarReport report)
    {
        var page = new HtmlMarkup();
        var title = report.Reading.Calendar?.Title ?? report.File;
        page.AddHead(French.Text($"{title} : vérification du calendrier"), ReportStyle.Sheet);
        page.Add($"""
            <h1>{title}</h1>
            <p class="soft">Fichier <code>{report.File}</code>{Revision(report)}, lu le {ReadAt(report.ReadAt)} (heure de Paris)</p>
            """);
        var (links, views) = (new ReportLinks(report), ReportViews.Of(report));
        ReportVerdict.Write(page, report);
        ReportChanges.Write(page, report.Difference);
        if (views is not null)
        {
            ReportGantt.Write(page, views, links, LocalTime.DateOf(report.ReadAt, Office));
            ReportHeatMap.Write(page, views.Congestion);
        }

        ReportProblems.Write(page, links);
        if (views is not null)
        {
            ReportOwnedMedia.Write(page, views, links);
            ReportJourneys.Write(page, views, links);
            ReportPlan.Write(page, views, links);
        }

        page.AddEnd();
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Revision(CalendarReport report) =>
        report.Revision is { } revision ? French.Text($", révision {revision}") : "";

    private static string ReadAt(DateTimeOffset at) =>
        French.Text($"{FrenchDates.Long(LocalTime.DateOf(at, Office))} à {FrenchDates.Hour(LocalTime.HourOf(at, Office))}");
}
