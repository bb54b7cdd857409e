using System.CommandLine;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Planning;

namespace Orchestration.Local.Verbs;

/// <summary>Checks and plans a calendar without starting anything.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A calendar." }.AcceptExistingOnly();
        var templates = new Option<DirectoryInfo?>("--templates") { Description = "Folder of the templates that it may name; those of the samples by default." };
        var now = new Option<DateOnly?>("--now") { Description = "The day from which it is seen (yyyy-mm-dd); today by default." };
        var report = new Option<string?>("--report") { Description = "Writes the report too: a name ending in .html or .json." };
        var command = new Command("plan", "Checks a calendar, plans it and prints what it comes to. Nothing starts.") { file, templates, now, report };
        command.SetAction(async (parsed, cancellation) =>
        {
            var seen = parsed.GetValue(now) is { } day ? new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero) : TimeProvider.System.GetUtcNow();
            var made = await PlanAsync(parsed.GetValue(file)!, parsed.GetValue(templates)?.FullName ?? SampleFiles.Templates, seen, cancellation);
            PlanText.Show(made);
            if (parsed.GetValue(report) is { } path)
                await File.WriteAllBytesAsync(path, path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? CalendarReportJson.Write(made) : CalendarReportHtml.Write(made), cancellation);
            return made.Outcome == ReportOutcome.Refused ? 1 : 0;
        });
        return command;
    }

    private static async Task<CalendarReport> PlanAsync(FileInfo file, string templates, DateTimeOffset now, CancellationToken cancellation)
    {
        var rules = OfflinePlanning.Rules();
        var reading = CalendarReader.IsTooLong(file.Length, file.Name)
            ? CalendarReader.TooLong(file.Length, file.Name)
            : CalendarReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, OfflinePlanning.References(templates));
        var inputs = new PlanningInputs { Panel = OfflinePlanning.Panel(DateOnly.FromDateTime(now.UtcDateTime)) };
        var plan = reading.Calendar is { } calendar ? Planner.PlanWithProposals(calendar, rules, now, inputs) : null;
        return new CalendarReport(file.Name, now, reading, plan, null, null, []);
    }
}
