namespace Orchestration.Templating.Tests.Support;

/// <summary>A faulty template and everything that is said about it.</summary>
/// <param name="Title">The kind of template and what is wrong with it.</param>
/// <param name="Source">The template.</param>
/// <param name="Expected">One problem a line, as <see cref="Found"/> writes them.</param>
public sealed record ProblemCase(string Title, string Source, string Expected)
{
    private static readonly Files Included = new(
        [.. RandomTemplate.Layouts,
        new TemplateSource(
            "layouts/arguments", "{{ $a }}{{ $b }}\n{{ x = 1 }}{{ $a = 2 }}{{ prenm }}", TemplateKind.Text, IsLayout: true),
        new TemplateSource("layouts/rond", "{{ include 'layouts/carre' }}", TemplateKind.Text),
        new TemplateSource("layouts/carre", "{{ include 'layouts/rond' }}", TemplateKind.Text),
        Some.Layout("layouts/cru", "{{ $a | raw }}{{ '<!-- ' | raw }}{{ $a }}")]);

    /// <summary>Cases begin with a line <c>=== html: title</c>; a line <c>---</c> stands before what is expected.</summary>
    public static IEnumerable<ProblemCase> Read(string text)
    {
        foreach (var part in text.ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (title, rest) = part.Split('\n', 2) is [var first, var others] ? (first, others) : (part, "");
            var halves = rest.Split("\n---\n");
            yield return new ProblemCase(title, halves[0].TrimEnd('\n'), halves.Length > 1 ? halves[1].Trim() : "");
        }
    }

    /// <summary>What is found, one problem a line: <c>message(1,4)+5 T201 what / mend</c>.</summary>
    public string Found()
    {
        var kind = Title.StartsWith("html", StringComparison.Ordinal) ? TemplateKind.Html : TemplateKind.Text;
        var result = TemplateCompiler.Compile(new TemplateSource("message", Source, kind), Some.Schema, Included);
        return string.Join('\n', result.Problems.Select(problem =>
            $"{problem.File}({problem.Line},{problem.Column})+{problem.Length} {problem.Code} {problem.Message} / {problem.Mend}"));
    }

    public override string ToString() => Title;
}
