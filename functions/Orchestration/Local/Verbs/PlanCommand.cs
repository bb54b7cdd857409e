using System.CommandLine;
using Orchestration.Calendars.Report;
using Orchestration.Calendars.Writing.Corrections;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>Checks and plans a calendar without starting anything, and mends it on request.</summary>
internal static class PlanCommand
{
    public static Option<DirectoryInfo?> TemplatesOption() =>
        new("--templates") { Description = "Folder of the templates that it may name; those of the samples by default." };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A calendar, in YAML or Excel." }.AcceptExistingOnly();
        var templates = TemplatesOption();
        var now = new Option<DateOnly?>("--now") { Description = "The day from which it is seen (yyyy-mm-dd); today by default." };
        var report = new Option<FileInfo?>("--report") { Description = "Writes the report too: a name ending in .html or .json." };
        var apply = new Option<string[]>("--apply") { Description = "Proposals to apply, as numbered in the list (« 3.1 »), into the file of --to.", AllowMultipleArgumentsPerToken = true };
        var target = new Option<FileInfo?>("--to") { Description = "Where the corrected calendar goes; the original stays as it is." };
        var command = new Command("plan", "Checks a calendar, plans it and prints what it comes to, with proposals for what is wrong. Nothing starts.")
        {
            file, templates, now, report, apply, target,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var seen = parsed.GetValue(now) is { } day ? new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero) : TimeProvider.System.GetUtcNow();
            var made = await OfflinePlanning.PlanAsync(parsed.GetValue(file)!, parsed.GetValue(templates)?.FullName, seen, cancellation);
            PlanText.Show(made);
            if (parsed.GetValue(report) is { } page)
                await File.WriteAllBytesAsync(page.FullName, page.Extension == ".json" ? CalendarReportJson.Write(made) : CalendarReportHtml.Write(made), cancellation);
            if (parsed.GetValue(apply) is { Length: > 0 } chosen)
                return await MendAsync(parsed.GetValue(file)!, made, chosen, parsed.GetValue(target), cancellation);
            return made.Outcome == ReportOutcome.Refused ? 1 : 0;
        });
        return command;
    }

    private static async Task<int> MendAsync(
        FileInfo file, CalendarReport report, IReadOnlyList<string> chosen, FileInfo? target, CancellationToken cancellation)
    {
        var proposals = chosen.ToDictionary(number => number, number => PlanText.FindProposal(report, number));
        if (target is null || proposals.ContainsValue(null))
        {
            var unknown = proposals.Where(proposal => proposal.Value is null).Select(proposal => proposal.Key).ToList();
            AnsiConsole.WriteLine(target is null
                ? French.Text($"Dites où écrire le calendrier corrigé : {"--to calendrier-corrige.yaml"}")
                : French.Text($"Aucune proposition ne porte le numéro {French.Or(unknown)}."));
            return 1;
        }

        var corrected = CalendarCorrections.Apply(
            await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, [.. proposals.Values.SelectMany(proposal => proposal!.Corrections)]);
        await File.WriteAllBytesAsync(target.FullName, corrected, cancellation);
        AnsiConsole.WriteLine(French.Text($"Corrigé : {target.FullName}"));
        return 0;
    }
}
