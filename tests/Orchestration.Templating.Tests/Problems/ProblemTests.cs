using Orchestration.Templating.Problems;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Problems;

public class ProblemTests
{
    private static readonly ProblemCase[] All =
        [.. ProblemCase.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Problems", "problems.txt")))];

    public static TheoryData<string> Titles => [.. All.Select(item => item.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Compile_FaultyTemplate_TellsEveryProblemWithItsPlaceAndMend(string title)
    {
        var item = All.Single(item => item.Title == title);
        Assert.NotEmpty(item.Expected);
        Assert.Equal(item.Expected, item.Found());
    }

    [Fact]
    public void Compile_IncludesBeyondTheLimit_AreRefused()
    {
        var files = Enumerable.Range(0, 105).Select(
            i => new TemplateSource($"f{i}", $"{{{{ include 'f{i + 1}' }}}}", TemplateKind.Text)).ToArray();
        var problem = Assert.Single(Some.CompileText("{{ include 'f0' }}", files).Problems);
        Assert.Equal(("f98", "T505"), (problem.File, problem.Code));
    }

    [Fact]
    public void Compile_StatementsBeyondTheLimit_AreRefused()
    {
        var text = string.Concat(Enumerable.Repeat("{{ if ald }}", 101)) + string.Concat(Enumerable.Repeat("{{ end }}", 101));
        Assert.Contains(Some.CompileText(text).Problems, problem => problem is { Code: "T110", Column: 1204 });
    }

    [Theory]
    [InlineData("Attention : ceci !", "Attention\u00A0: ceci\u202F!")]
    [InlineData("« oui » ; `a ? b : c` ?", "«\u00A0oui\u00A0»\u202F; `a ? b : c`\u202F?")]
    public void Typeset_French_PutsNoBreakSpacesOutsideCode(string text, string expected) =>
        Assert.Equal(expected, Typography.Typeset(text));

    [Theory]
    [InlineData("prenm", "prenom")]
    [InlineData("PRENOM", "prenom")]
    [InlineData("nm", null)]
    [InlineData("montagne", "montant")]
    [InlineData("zzzzzz", null)]
    public void Find_Misspelt_GivesTheNearestNameOrNone(string name, string? expected) =>
        Assert.Equal(expected, NearName.Find(name, ["nom", "prenom", "montant"]));
}
