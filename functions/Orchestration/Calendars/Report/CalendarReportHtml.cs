using System.Text;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Writes a report for people: one page in French that loads nothing and runs nothing.</summary>
public static class CalendarReportHtml
{
    private const string OfficeTimeZone = "Europe/Paris";

    /// <returns>UTF-8, the same bytes for the same report.</returns>
    public static byte[] Write(CalendarReport report)
    {
        var page = new HtmlMarkup();
        var title = report.Reading.Calendar?.Title ?? report.File;
        page.AddHead(French.Text($"{title} : vérification du calendrier"));
        page.Add($"""
            <h1>{title}</h1>
            <p class="soft">Fichier <code>{report.File}</code>{Revision(report)}, lu le {ReadAt(report.ReadAt)} (heure de Paris)</p>
            """);
        ReportVerdict.Write(page, report);
        ReportProblems.Write(page, report.Problems);
        ReportChanges.Write(page, report.Difference);
        ReportPlan.Write(page, report.Plan?.Sends ?? []);
        page.AddEnd();
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Revision(CalendarReport report) =>
        report.Revision is { } revision ? French.Text($", révision {revision}") : "";

    private static string ReadAt(DateTimeOffset at)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(OfficeTimeZone);
        return French.Text($"{FrenchDates.Long(LocalTime.DateOf(at, clock))} à {FrenchDates.Hour(LocalTime.HourOf(at, clock))}");
    }
}
