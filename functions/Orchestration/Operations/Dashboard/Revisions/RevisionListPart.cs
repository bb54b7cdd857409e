using Orchestration.Campaigns.Revisions;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>Writes calendars with their revisions.</summary>
internal static class RevisionListPart
{
    public const string Address = PageAnswers.Home + "/revisions";

    public static string AddressOf(string calendar, int number) => FormattableString.Invariant($"{Address}/{calendar}/{number}");

    public static void Write(HtmlMarkup page, IReadOnlyList<CalendarHistory> histories)
    {
        if (histories.Count == 0)
            page.Add($"<p>Aucun calendrier n'a encore été accepté. Déposez-en un : ce qui ne va pas est dans son rapport, et ce qui est accepté paraît ici.</p>");
        foreach (var history in histories)
            Write(page, history);
    }

    private static void Write(HtmlMarkup page, CalendarHistory history)
    {
        page.Add($"""
            <section aria-labelledby="{history.Calendar}"><h2 id="{history.Calendar}">{history.Title}</h2>
            <p class="soft"><code>{history.Calendar}</code>, {InForce(history.Head)}. <a href="{PageAnswers.Home}/year?calendar={history.Calendar}">Voir l'année</a></p>
            """);
        foreach (var waiting in history.Revisions.Where(line => line.Phase == RevisionPhase.WaitingForConfirmation))
        {
            page.Add($"""
                <p class="card to-confirm"><strong>La révision {waiting.Revision.Number} attend une confirmation.</strong>
                <a href="{AddressOf(history.Calendar, waiting.Revision.Number)}">Voir ce qu'elle change</a></p>
                """);
        }

        page.Add($"""
            <table class="full stack"><caption>Révisions, la dernière d'abord</caption>
            <thead><tr><th scope="col">Révision</th><th scope="col">Le</th><th scope="col">Cause</th><th scope="col">Envois</th><th scope="col">État</th></tr></thead><tbody>
            """);
        foreach (var line in history.Revisions)
            Write(page, line);
        page.Add($"</tbody></table></section>");
    }

    private static void Write(HtmlMarkup page, RevisionLine line)
    {
        var revision = line.Revision;
        page.Add($"""
            <tr><th scope="row"><a href="{AddressOf(revision.Calendar, revision.Number)}">Révision {revision.Number}</a></th>
            <td data-name="Le">{Sentence.Capitalized(Moments.InParis(revision.ImportedAt))}</td><td data-name="Cause">{Sentence.Capitalized(RevisionWords.Of(revision))}</td>
            <td data-name="Envois">{RevisionWords.Of(revision.Changes)}</td>
            <td data-name="État"><span class="state {RevisionWords.StyleOf(line.Phase)}">{Sentence.Capitalized(RevisionWords.Of(line.Phase))}</span>{By(line.Decision)}</td></tr>
            """);
    }

    private static string InForce(CalendarHead head) => head.Applied == 0 ? "aucune révision en vigueur" : French.Text($"révision {head.Applied} en vigueur");

    private static string By(RevisionDecision? decision) => decision is null ? "" : $" ({(decision.Confirmed ? "confirmée" : "refusée")} par {decision.By})";
}
