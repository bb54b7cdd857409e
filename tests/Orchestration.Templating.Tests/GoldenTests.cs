using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests;

/// <summary>Templates, values and outputs; Scriban 7.2 gave the same bytes for each of them from its normal form.</summary>
public class GoldenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    private static readonly Files Layouts = new(
        [.. Directory.GetFiles(Path.Combine(Folder, "layouts")).Select(path => Source(path))]);

    public static TheoryData<string> Templates =>
        [.. Directory.GetFiles(Folder, "*.sb*").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Render_GoldenTemplate_GivesTheGoldenOutput(string file)
    {
        var path = Path.Combine(Folder, file);
        var template = Some.Template(TemplateCompiler.Compile(Source(path), Some.Schema, Layouts));
        Assert.Equal(
            File.ReadAllText(Path.ChangeExtension(path, "out")), template.Render(
                Some.Read(File.ReadAllText(Path.ChangeExtension(path, "json")))));
    }

    private static TemplateSource Source(string path) => new(
        Path.ChangeExtension(Path.GetRelativePath(Folder, path), null),
        File.ReadAllText(path),
        path.EndsWith("html", StringComparison.Ordinal) ? TemplateKind.Html : TemplateKind.Text,
        IsLayout: path.Contains("layouts", StringComparison.Ordinal));
}
