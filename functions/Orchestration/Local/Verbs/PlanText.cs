using System.Globalization;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Planning;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>A plan as lines: every problem with its place and its proposals, then every send by date.</summary>
internal static class PlanText
{
    public static void Show(CalendarReport report)
    {
        foreach (var (problem, number) in report.Problems.Select((problem, index) => (problem, index + 1)))
        {
            var colour = problem.Severity == Severity.Error ? "red" : "yellow";
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[{colour}]{number}. {Place(report, problem)}[/] {problem.What} {problem.Mend}");
            foreach (var (proposal, rank) in problem.Proposals.Select((proposal, index) => (proposal, index + 1)))
                AnsiConsole.WriteLine($"   {number}.{rank} : {proposal.Words}");
        }

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

    private static string Place(CalendarReport report, CalendarProblem problem) => problem.Sheet is { } sheet
        ? French.Text($"{report.File}, feuille {sheet}, ligne {problem.Line}, colonne {problem.Column} : [{problem.Code}]")
        : $"{report.File}:{problem.Line}:{problem.Column}: [{problem.Code}]";

    private static string Volume(CalendarPlan plan, PlannedSend send) =>
        plan.Volumes.TryGetValue(send.Key, out var volume) ? $", {FrenchNumbers.Of(volume.Messages)} messages" : "";
}
