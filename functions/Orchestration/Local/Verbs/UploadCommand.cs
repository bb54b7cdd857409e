using System.CommandLine;
using Azure.Storage.Blobs;
using Orchestration.Local.Datamart;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

internal static class UploadCommand
{
    public static Command Create() => new("upload", "Uploads files to the app on this machine, as its users do to Azure, and shows what it says of them.")
    {
        Calendar(), Waves(), Templates(), Datamart(),
    };

    private static Command Calendar()
    {
        var file = new Argument<FileInfo>("file") { Description = "A calendar, in YAML or Excel." }.AcceptExistingOnly();
        return Verb("calendar", "A calendar.", file, (tools, parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            return ShowAsync(
                tools, tools.Containers.CalendarReports, Path.GetFileNameWithoutExtension(path), () => tools.Uploads.CalendarAsync(path, cancellation), cancellation);
        });
    }

    private static Command Waves()
    {
        var file = new Argument<FileInfo>("file") { Description = "The media agency's waves, CSV or Excel." }.AcceptExistingOnly();
        return Verb("waves", "Dates of the media waves: every calendar that has them is planned again.", file, (tools, parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            return ShowAsync(
                tools, tools.Containers.WaveReports, Path.GetFileNameWithoutExtension(path), () => tools.Uploads.WavesAsync(path, cancellation), cancellation);
        });
    }

    private static Command Templates()
    {
        var folder = new Argument<DirectoryInfo>("templates") { Description = "A folder of layouts and templates." }.AcceptExistingOnly();
        return Verb("templates", "Layouts and templates.", folder, (tools, parsed, cancellation) => ShowAsync(
            tools,
            tools.Containers.TemplateReports,
            Path.GetFileNameWithoutExtension(Uploads.TemplatesArchive),
            () => tools.Uploads.TemplatesAsync(parsed.GetValue(folder)!.FullName, cancellation),
            cancellation));
    }

    private static Command Datamart()
    {
        var people = new Argument<int>("people") { Description = "Insured people to invent.", DefaultValueFactory = _ => 65_000 };
        return Verb("datamart", "An invented datamart of today.", people, async (tools, parsed, cancellation) =>
        {
            var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var size = new SyntheticSize(date, parsed.GetValue(people));
            await tools.Uploads.DatamartAsync(new SyntheticDatamart(size, Populations.Read()), date, cancellation);
            AnsiConsole.MarkupLine("[green]Déposé.[/]");
            return 0;
        });
    }

    /// <returns>1 when the app refuses the upload.</returns>
    private static async Task<int> ShowAsync(
        LocalTools tools, BlobContainerClient reports, string name, Func<Task> upload, CancellationToken cancellation)
    {
        if (!tools.IsAppRunning)
        {
            await upload();
            AnsiConsole.MarkupLine("[yellow]Déposé ; l’application ne tourne pas et le lira à son démarrage.[/]");
            return 0;
        }

        var report = await UploadReport.AfterAsync(reports, name, upload, cancellation);
        foreach (var problem in report.Problems)
            AnsiConsole.WriteLine(problem.ToString());
        await ReportsFolder.CopyAsync(tools.Containers, tools.Folder, cancellation);
        AnsiConsole.MarkupLine(report.Errors.Any() ? "[red]Refusé : rien n’a changé.[/]" : "[green]Accepté.[/]");
        AnsiConsole.WriteLine($"Rapport : {Path.Combine(ReportsFolder.Of(tools.Folder), reports.Name, $"{name}.html")}");
        return report.Errors.Any() ? 1 : 0;
    }

    private static Command Verb(string name, string description, Argument argument, Func<LocalTools, ParseResult, CancellationToken, Task<int>> run)
    {
        var folder = CommonOptions.Folder();
        var verb = new Command(name, description) { argument, folder };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            return await run(tools, parsed, cancellation);
        });
        return verb;
    }
}
