using System.CommandLine;
using Orchestration.Calendars.Writing;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>Writes the blank workbook that a planner begins with.</summary>
internal static class WorkbookCommand
{
    public static Command Create()
    {
        var output = new Argument<FileInfo>("output") { Description = "What to write: a name ending in .xlsx. It is replaced if it is there." };
        var year = new Option<int?>("--year") { Description = "Year of the calendar; next year by default." };
        var command = new Command("workbook", "Writes a blank calendar for Excel: headers, drop-down lists, an example row a sheet.") { output, year };
        command.SetAction(async (parsed, cancellation) =>
        {
            var bytes = BlankWorkbook.Create(parsed.GetValue(year) ?? TimeProvider.System.GetUtcNow().Year + 1);
            await File.WriteAllBytesAsync(parsed.GetValue(output)!.FullName, bytes, cancellation);
            AnsiConsole.WriteLine(French.Text($"Écrit : {parsed.GetValue(output)!.FullName}"));
            return 0;
        });
        return command;
    }
}
