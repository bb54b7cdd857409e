using Orchestration.Templating.Problems;
using Orchestration.Templating.Syntax;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Syntax;

public class RoundTripTests
{
    [Fact]
    public void Parse_WhatWasPrinted_GivesTheSameTree() => Property.ForSeeds(400, seed =>
    {
        var tree = Parse(RandomTemplate.Of((TemplateKind)(seed % 2), seed));
        Assert.Equal(TreeDump.Of(tree), TreeDump.Of(Parse(TemplatePrinter.Print(tree))));
    });

    [Theory]
    [InlineData("{{ a { {{", "{%{{}%}{ a { {%{{}%}{%{{}%}")]
    [InlineData("{%{{", "{%{{}%}%{%{{}%}{%{{}%}")]
    [InlineData("a{", "a{%{{}%}")]
    public void Print_BracesInText_CannotBeTakenForCode(string text, string expected)
    {
        var printed = TemplatePrinter.Print(new Block([new RawStatement(text, default)]));
        Assert.Equal(expected, printed);
        Assert.Equal(text, Assert.IsType<RawStatement>(Assert.Single(Parse(printed).Statements)).Text);
    }

    private static Block Parse(string text)
    {
        var problems = new ProblemList("t");
        var block = StatementGrammar.Parse(text, problems);
        Assert.Empty(problems.Items);
        return block;
    }
}
