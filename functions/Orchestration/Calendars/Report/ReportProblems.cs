using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Every problem, with its place in the file and a way to mend it.</summary>
internal static class ReportProblems
{
    public static void Write(HtmlMarkup page, IReadOnlyList<CalendarProblem> problems)
    {
        page.Add($"""
            <section aria-labelledby="problems">
            <h2 id="problems">Problèmes</h2>
            <p>{Summary(problems)}</p>
            """);
        if (problems.Count > 0)
        {
            page.Add($"""<ol class="plain">""");
            WriteEach(page, problems);
            page.Add($"</ol>");
        }

        page.Add($"</section>");
    }

    private static void WriteEach(HtmlMarkup page, IReadOnlyList<CalendarProblem> problems)
    {
        foreach (var problem in problems)
        {
            var isError = problem.Severity == Severity.Error;
            page.Add($"""
                <li class="card {(isError ? "error" : "warning")}">
                <p class="soft"><span class="tag">{(isError ? "Erreur" : "Avertissement")}</span>,
                ligne {problem.Line}, colonne {problem.Column} <code>{problem.Path}</code></p>
                <p>{problem.What}</p>
                <p><strong>À faire :</strong> {problem.Mend}</p>
                </li>
                """);
        }
    }

    private static string Summary(IReadOnlyList<CalendarProblem> problems)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        return problems.Count == 0
            ? "Aucun problème trouvé."
            : $"{French.Count(errors, "erreur", "erreurs")}, {French.Count(problems.Count - errors, "avertissement", "avertissements")}.";
    }
}
