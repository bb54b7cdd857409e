using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>The first thing to read: does it apply, and what is asked.</summary>
internal static class ReportVerdict
{
    public static void Write(HtmlMarkup page, CalendarReport report)
    {
        var (style, verdict) = report.Outcome switch
        {
            ReportOutcome.Refused => ("refused", "Calendrier refusé"),
            ReportOutcome.ToConfirm => ("to-confirm", "Une confirmation est demandée"),
            _ => ("accepted", "Calendrier accepté"),
        };
        page.Add($"""
            <section class="card verdict {style}" aria-labelledby="verdict">
            <h2 id="verdict">{verdict}</h2>
            <p>{Meaning(report.Outcome)}</p>
            """);
        page.AddList(report.Confirmation);
        page.Add($"""<p><a href="#problems">{Sentence.Capitalized(ReportProblems.Summary(report.Problems))}</a></p>""");
        page.Add($"</section>");
    }

    private static string Meaning(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Refused => French.Text(
            $"Rien n'a été programmé ; une révision en cours continue. Corrigez les erreurs, puis déposez le fichier à nouveau."),
        ReportOutcome.ToConfirm => French.Text($"Rien ne change tant que personne n'a confirmé ; la révision en cours continue."),
        _ => French.Text($"Rien n'est demandé : le plan ci-dessous s'applique, et chaque envoi attend encore son visa."),
    };
}
