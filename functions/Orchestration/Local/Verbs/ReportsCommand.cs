using System.CommandLine;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

internal static class ReportsCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var command = new Command("reports", "Copies the reports on calendars, templates, datamarts and sends to the folder 'reports'.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            var count = await ReportsFolder.CopyAsync(tools.Containers, tools.Folder, cancellation);
            AnsiConsole.WriteLine($"{count} rapports dans {ReportsFolder.Of(tools.Folder)}");
            return 0;
        });
        return command;
    }
}
