using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Local.Datamart;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

internal static class UploadCommand
{
    public static Command Create() => new("upload", "Uploads files to the app on this machine, as its users do to Azure.")
    {
        Calendar(), Templates(), Datamart(),
    };

    private static Command Calendar()
    {
        var file = new Argument<FileInfo>("file") { Description = "A calendar in YAML." }.AcceptExistingOnly();
        return Verb("calendar", "A calendar; its report appears in calendar-reports.", file, (uploads, parsed, cancellation) =>
            uploads.CalendarAsync(parsed.GetValue(file)!.FullName, cancellation));
    }

    private static Command Templates()
    {
        var folder = new Argument<DirectoryInfo>("templates") { Description = "A folder of layouts and templates." }.AcceptExistingOnly();
        return Verb("templates", "Layouts and templates; their report appears in template-reports.", folder, (uploads, parsed, cancellation) =>
            uploads.TemplatesAsync(parsed.GetValue(folder)!.FullName, cancellation));
    }

    private static Command Datamart()
    {
        var people = new Argument<int>("people") { Description = "Insured people to invent.", DefaultValueFactory = _ => 65_000 };
        return Verb("datamart", "An invented datamart of today.", people, (uploads, parsed, cancellation) =>
        {
            var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var size = new SyntheticSize(date, parsed.GetValue(people));
            return uploads.DatamartAsync(new SyntheticDatamart(size, Populations.Read()), date, cancellation);
        });
    }

    private static Command Verb(string name, string description, Argument argument, Func<Uploads, ParseResult, CancellationToken, Task> upload)
    {
        var folder = CommonOptions.Folder();
        var verb = new Command(name, description) { argument, folder };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            await upload(tools.Services.GetRequiredService<Uploads>(), parsed, cancellation);
            AnsiConsole.MarkupLine(tools.IsAppRunning ? "[green]Déposé.[/]" : "[yellow]Déposé ; l’application ne tourne pas et le lira à son démarrage.[/]");
            return 0;
        });
        return verb;
    }
}
