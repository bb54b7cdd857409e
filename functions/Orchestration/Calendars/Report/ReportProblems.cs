using Orchestration.Calendars.Workbooks;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Every problem, with its place in the file, its rule and the ways to mend it; errors and warnings fold apart.</summary>
internal static class ReportProblems
{
    public static void Write(HtmlMarkup page, ReportLinks links)
    {
        page.Add($"""
            <section aria-labelledby="problems">
            <h2 id="problems">Problèmes</h2>
            """);
        if (links.Problems.Count == 0)
        {
            page.Add($"<p>Aucun problème trouvé.</p>");
        }

        WriteGroup(page, links, Severity.Error, "erreur", "erreurs");
        WriteGroup(page, links, Severity.Warning, "avertissement", "avertissements");
        page.Add($"</section>");
    }

    /// <summary>« 3 erreurs, 1 avertissement ».</summary>
    public static string Summary(IReadOnlyList<CalendarProblem> problems)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        return problems.Count == 0
            ? "aucun problème"
            : $"{French.Count(errors, "erreur", "erreurs")}, {French.Count(problems.Count - errors, "avertissement", "avertissements")}";
    }

    /// <summary>From an entry of the plan to its problems; nothing when it has none.</summary>
    public static void WriteLinks(HtmlMarkup page, ReportLinks links, IReadOnlyList<int> problems)
    {
        foreach (var i in problems)
        {
            var isError = links.Problems[i].Severity == Severity.Error;
            page.Add($"""
                <a class="flag {(isError ? "error" : "warning")}" href="#{ReportLinks.OfProblem(i)}">{(isError ? "Erreur" : "Avertissement")} n° {links.NumberOf(i)}</a>
                """);
        }
    }

    private static void WriteGroup(HtmlMarkup page, ReportLinks links, Severity severity, string one, string many)
    {
        var count = links.Problems.Count(problem => problem.Severity == severity);
        if (count == 0)
        {
            return;
        }

        page.Add($"""
            <details open><summary>{French.Count(count, one, many)}</summary>
            <ol class="plain">
            """);
        for (var i = 0; i < links.Problems.Count; i++)
        {
            if (links.Problems[i].Severity == severity)
            {
                Write(page, links, i);
            }
        }

        page.Add($"</ol></details>");
    }

    private static void Write(HtmlMarkup page, ReportLinks links, int index)
    {
        var problem = links.Problems[index];
        var isError = problem.Severity == Severity.Error;
        page.Add($"""
            <li class="card {(isError ? "error" : "warning")}" id="{ReportLinks.OfProblem(index)}">
            <p class="soft"><span class="tag">{(isError ? "Erreur" : "Avertissement")} n° {links.NumberOf(index)}</span>,
            {PlaceWords.Of(problem)} <code>{problem.Path}</code></p>
            <p>{problem.What}</p>
            <p><strong>À faire :</strong> {problem.Mend}</p>
            """);
        WriteProposals(page, problem.Proposals);
        if (problem.Source is { } source)
        {
            page.Add($"""<p class="soft">Source de la règle : dossier de domaine, {source}</p>""");
        }

        if (links.EntryAnchor(problem) is var (anchor, name))
        {
            page.Add($"""<p class="soft"><a href="#{anchor}">Voir {name}</a></p>""");
        }

        page.Add($"</li>");
    }

    private static void WriteProposals(HtmlMarkup page, IReadOnlyList<Proposal> proposals)
    {
        if (proposals.Count == 0)
        {
            return;
        }

        page.Add($"""
            <p><strong>{(proposals.Count == 1 ? "Proposition" : "Propositions, la meilleure d’abord")} :</strong></p>
            <ol>
            """);
        foreach (var proposal in proposals)
        {
            page.Add($"<li>{proposal.Words}");
            foreach (var correction in proposal.Corrections)
            {
                page.Add($"""<br><code>{correction.Path}.{correction.Key}: {correction.Value ?? "(à retirer)"}</code>""");
            }

            page.Add($"</li>");
        }

        page.Add($"</ol>");
    }
}
