using System.CommandLine;
using System.Globalization;
using System.Text;
using Orchestration.Messages;
using Orchestration.Messages.Sms;
using Orchestration.Messages.Templates;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>Shows what a template gives for its sample.</summary>
internal static class PreviewCommand
{
    /// <summary>By golden file: what the part is, and the name under which it is written.</summary>
    private static readonly Dictionary<string, (string Part, string File)> Files = new()
    {
        [PackageFiles.ExpectedSubject] = ("Objet", "subject.txt"),
        [PackageFiles.ExpectedHtml] = ("HTML", "body.html"),
        [PackageFiles.ExpectedText] = ("Texte", "body.txt"),
        [PackageFiles.ExpectedSms] = ("SMS", "sms.txt"),
    };

    public static Argument<string> TemplateArgument() => new("template") { Description = "Id of a template, such as national/ror-invitation, or its folder." };

    public static Option<DirectoryInfo> TemplatesOption() => new Option<DirectoryInfo>("--templates")
    {
        Description = "Folder of layouts and templates: 'templates' in the current folder by default, else those that came with the program.",
    }.AcceptExistingOnly();

    public static Option<FileInfo> SampleOption() =>
        new Option<FileInfo>("--sample") { Description = "Another person than that of sample.json: the same members, other values." }.AcceptExistingOnly();

    public static Command Create()
    {
        var (template, templates, sample) = (TemplateArgument(), TemplatesOption(), SampleOption());
        var target = new Option<DirectoryInfo?>("--to") { Description = "Writes subject.txt, body.html, body.txt and sms.txt into this folder." };
        var command = new Command("preview", "Renders a template for its sample, on this machine alone, and says what is wrong with it.") { template, templates, sample, target };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = TemplateTrial.Settings();
            var trial = Run(parsed, template, templates, sample, settings);
            if (trial.Outputs.Count > 0)
                parsed.Screen().Write(Parts(trial, settings));
            ShowProblems(parsed.Screen(), trial);
            if (parsed.GetValue(target) is { } folder)
                await WriteAsync(parsed.Screen(), trial, folder.FullName, cancellation);
            return trial.Problems.Count == 0 ? 0 : 1;
        });
        return command;
    }

    public static TemplateTrial Run(
        ParseResult parsed, Argument<string> template, Option<DirectoryInfo> templates, Option<FileInfo> sample, MessageSettings settings) => TemplateTrial.Run(
        parsed.GetValue(templates)?.FullName ?? TemplateTrial.DefaultRoot,
        parsed.GetValue(template)!,
        parsed.GetValue(sample) is { } file ? File.ReadAllBytes(file.FullName) : null,
        settings);

    public static void ShowProblems(IAnsiConsole screen, TemplateTrial trial)
    {
        foreach (var (index, problem) in trial.Problems.Index())
            screen.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{index + 1}. {problem.File}:{problem.Line}:{problem.Column}: [[{problem.Code}]][/] {problem.Message} {problem.Mend}");
        screen.WriteLine(French.Text($"{trial.Id} : {(trial.Problems.Count == 0 ? "aucun problème" : French.Count(trial.Problems.Count, "problème", "problèmes"))}."));
    }

    private static Table Parts(TemplateTrial trial, MessageSettings settings)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Partie").AddColumn("Poids").AddColumn("Contenu");
        foreach (var (file, text) in trial.Outputs)
            table.AddRow(new Text(Files[file].Part), new Text(Weight(file, text, settings)), new Text(file == PackageFiles.ExpectedHtml ? "" : FirstLine(text)));
        return table;
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0];

    private static string Weight(string file, string text, MessageSettings settings) => file switch
    {
        PackageFiles.ExpectedSubject => French.Text($"{French.Count(text.Trim().Length, "caractère", "caractères")} sur {settings.MaxSubjectLength}"),
        PackageFiles.ExpectedSms => OfSms(SmsSize.Measure(text), settings),
        PackageFiles.ExpectedHtml => French.Text($"{FrenchNumbers.Of(Encoding.UTF8.GetByteCount(text))} octets sur {FrenchNumbers.Of(settings.MaxHtmlBytes)}"),
        _ => French.Text($"{FrenchNumbers.Of(Encoding.UTF8.GetByteCount(text))} octets"),
    };

    private static string OfSms(SmsSize size, MessageSettings settings) =>
        French.Text($"{French.Count(size.Segments, "segment", "segments")} sur {settings.MaxSmsSegments} ")
        + French.Text($"({size.Units} unités, {(size.Encoding == SmsEncoding.Gsm7 ? "GSM 7 bits" : "UCS-2")})");

    private static async Task WriteAsync(IAnsiConsole screen, TemplateTrial trial, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, text) in trial.Outputs)
        {
            var path = Path.Combine(folder, Files[file].File);
            await File.WriteAllTextAsync(path, text, cancellation);
            screen.WriteLine(French.Text($"Écrit : {path}"));
        }
    }
}
