using System.Globalization;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Calendars.Workbooks;
using Orchestration.Planning;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>A plan as lines: every problem with its place and its proposals, then every send by date.</summary>
internal static class PlanText
{
    public static void Show(CalendarReport report)
    {
        ShowProblems(report.File, report.Problems);
        foreach (var send in (report.Plan?.Sends ?? []).OrderBy(send => send.Date).ThenBy(send => send.Key.Value, StringComparer.Ordinal))
        {
            var zone = send.ActiveZones().FirstOrDefault();
            var when = zone is null ? "ne part nulle part" : SlotWords.Of(zone, send.Date.Year);
            AnsiConsole.WriteLine($"{SendNames.CampaignOf(send)} : {SendNames.Of(send)}, {when}{Volume(report.Plan!, send)}");
        }

        var errors = report.Problems.Count(problem => problem.Severity == Severity.Error);
        AnsiConsole.WriteLine(French.Text(
            $"{French.Count(report.Plan?.Sends.Count ?? 0, "envoi", "envois")}, {French.Count(report.Plan?.Journeys.Count ?? 0, "étape de parcours", "étapes de parcours")}, ")
            + French.Text($"{French.Count(errors, "erreur", "erreurs")}, {French.Count(report.Problems.Count - errors, "avertissement", "avertissements")}."));
    }

    /// <summary>Numbered from 1, each with its proposals: « 3.1 » is the first of the third problem.</summary>
    public static void ShowProblems(string file, IReadOnlyList<CalendarProblem> problems)
    {
        foreach (var (index, problem) in problems.Index())
        {
            var colour = problem.Severity == Severity.Error ? "red" : "yellow";
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[{colour}]{index + 1}. {Place(file, problem)}[/] {problem.What} {problem.Mend}");
            foreach (var (rank, proposal) in problem.Proposals.Index())
                AnsiConsole.WriteLine(French.Text($"   {index + 1}.{rank + 1} : {proposal.Words}"));
        }
    }

    /// <returns>Null when nothing has that number.</returns>
    public static Proposal? FindProposal(CalendarReport report, string number) =>
        number.Split('.') is [var first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var problem)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            ? report.Problems.ElementAtOrDefault(problem - 1)?.Proposals.ElementAtOrDefault(rank - 1)
            : null;

    private static string Place(string file, CalendarProblem problem) => problem.Sheet is null
        ? $"{file}:{problem.Line}:{problem.Column}: [{problem.Code}]"
        : French.Text($"{file}, {PlaceWords.Of(problem)} : [{problem.Code}]");

    private static string Volume(CalendarPlan plan, PlannedSend send) =>
        plan.Volumes.TryGetValue(send.Key, out var volume) ? $", {FrenchNumbers.Of(volume.Messages)} messages" : "";
}
