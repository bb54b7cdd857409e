using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Campaigns.Waves;

/// <summary>Writes the report of a file of waves for people: one page in French that loads nothing and runs nothing.</summary>
internal static class WaveReportPage
{
    public static BinaryData Write(WaveReport report)
    {
        var page = new HtmlMarkup();
        page.AddHead(French.Text($"{report.File} : vagues média"));
        var (style, verdict) = report.Outcome switch
        {
            WaveOutcome.Refused => ("refused", "Fichier refusé : rien n'a changé. Corrigez les erreurs, puis déposez-le à nouveau."),
            WaveOutcome.Superseded => ("to-confirm", "Un fichier déposé plus tard est suivi ; celui-ci ne change rien."),
            _ => ("accepted", "Fichier accepté : ces vagues sont suivies."),
        };
        page.Add($"""
            <h1>Vagues média de l'agence</h1>
            <p class="soft">Fichier <code>{report.File}</code>, {French.Count(report.Waves, "vague", "vagues")}</p>
            <section class="card verdict {style}"><p>{French.Typeset(verdict)}</p></section>
            """);
        WriteProblems(page, report.Problems);
        foreach (var calendar in report.Calendars)
            Write(page, calendar);
        page.AddEnd();
        return BinaryData.FromString(page.ToString());
    }

    private static void Write(HtmlMarkup page, WaveCalendar calendar)
    {
        var state = calendar.Outcome switch
        {
            ReportOutcome.Refused => "il a des erreurs maintenant, et le plan d'avant continue :",
            ReportOutcome.ToConfirm => "une confirmation est demandée avant que le plan ne change.",
            _ => "le plan est à jour.",
        };
        page.Add($"<h2>Calendrier <code>{calendar.Calendar}</code>{(calendar.Revision is { } number ? French.Text($", révision {number}") : "")}</h2>");
        page.Add($"<p>{French.Typeset(state)}</p>");
        page.AddList(calendar.Confirmation);
        WriteProblems(page, calendar.Problems);
        page.Add($"<h3>Vagues ({calendar.Moves.Count})</h3>");
        page.AddList(calendar.Moves);
        page.Add($"<h3>Envois ({calendar.Changes.Count})</h3>");
        page.AddList(calendar.Changes);
    }

    private static void WriteProblems(HtmlMarkup page, IReadOnlyList<CalendarProblem> problems) => page.AddList(
    [
        .. problems.Select(problem => French.Text(
            $"{(problem.Severity == Severity.Error ? "Erreur" : "Avertissement")}, {Place(problem)} : {problem.What} {problem.Mend}")),
    ]);

    private static string Place(CalendarProblem problem) =>
        (problem.Sheet is { } sheet ? French.Text($"feuille « {sheet} », ") : "") + French.Text($"ligne {problem.Line}, colonne {problem.Column}");
}
