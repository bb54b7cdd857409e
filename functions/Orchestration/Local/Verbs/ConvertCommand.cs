using System.CommandLine;
using Orchestration.Calendars;
using Orchestration.Calendars.Writing;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>Writes a calendar in its other form.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A calendar without errors." }.AcceptExistingOnly();
        var output = new Argument<FileInfo>("output") { Description = "What to write: a name ending in .yaml or .xlsx. It is replaced if it is there." };
        var templates = PlanCommand.TemplatesOption();
        var command = new Command("convert", "Writes a calendar in its other form, YAML or Excel, without losing anything.") { file, output, templates };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (source, target) = (parsed.GetValue(file)!, parsed.GetValue(output)!);
            var reading = await OfflinePlanning.ReadAsync(source, parsed.GetValue(templates)?.FullName, cancellation);
            if (reading.Calendar is not { } calendar)
            {
                PlanText.ShowProblems(source.Name, reading.Problems);
                return 1;
            }

            if (CalendarForms.Of(target.Name) is not { } form)
            {
                AnsiConsole.WriteLine(French.Text($"« {target.Name} » n'est pas un nom de calendrier : terminez-le par .yaml ou .xlsx."));
                return 1;
            }

            var bytes = form == CalendarForm.Yaml ? CalendarYamlWriter.Write(calendar) : CalendarWorkbookWriter.Write(calendar);
            await File.WriteAllBytesAsync(target.FullName, bytes, cancellation);
            AnsiConsole.WriteLine(French.Text($"Écrit : {target.FullName}"));
            return 0;
        });
        return command;
    }
}
