using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Rendering;

public class LimitTests
{
    [Theory]
    [InlineData("{{ for i in 1..1000 }}x{{ end }}", null)]
    [InlineData("{{ for i in 1..1001 }}x{{ end }}", TemplateLimit.Loop)]
    [InlineData("{{ for i in 1..31; for j in 1..31; 'x'; end; end }}", null)]
    [InlineData("{{ for i in 1..32; for j in 1..32; 'x'; end; end }}", TemplateLimit.Loop)]
    [InlineData("{{ for i in 1..900; 'x'; end; for i in 1..900; 'x'; end }}", null)]
    [InlineData("{{ for i in 1..400; mots | array.join ','; end }}", TemplateLimit.Loop)]
    [InlineData("{{ x = [1, 2]; for i in 1..12; x = array.concat x x; end; x.size }}", TemplateLimit.Loop)]
    [InlineData("{{ [1] | array.insert_at 2000 1 | array.size }}", TemplateLimit.Loop)]
    [InlineData("{{ 'x' * 1048576 }}", null)]
    [InlineData("{{ 'x' * 1048576 }}y", TemplateLimit.Output)]
    [InlineData("{{ 'x' * 1048577 | string.size }}", TemplateLimit.Output)]
    [InlineData("{{ x = 'ab'; for i in 1..30; x = x + x; end }}", TemplateLimit.Output)]
    [InlineData("{{ x = 'ab'; for i in 1..30; x = $\"{x}{x}\"; end }}", TemplateLimit.Output)]
    [InlineData("{{ string.pad_left 'x' 2000000 | string.size }}", TemplateLimit.Output)]
    [InlineData("{{ x = 'é' * 1000000; x | html.url_encode | string.size }}", TemplateLimit.Output)]
    [InlineData("{{ for i in 1..900; 'x' * 2000; end }}", TemplateLimit.Output)]
    [InlineData("{{ 9223372036854775807 + 1 }}", TemplateLimit.Number)]
    [InlineData("{{ 9223372036854775807 * 2 }}", TemplateLimit.Number)]
    [InlineData("{{ -9223372036854775807 - 2 }}", TemplateLimit.Number)]
    [InlineData("{{ age // 0 }}", TemplateLimit.Number)]
    [InlineData("{{ age % 0 }}", TemplateLimit.Number)]
    [InlineData("{{ montant / 0 }}", TemplateLimit.Number)]
    [InlineData("{{ montant * 79228162514264337593543950.0 * 100000.0 }}", TemplateLimit.Number)]
    [InlineData("{{ montant + (1 / 0) }}", TemplateLimit.Number)]
    [InlineData("{{ string.slice prenom 3000000000 }}", TemplateLimit.Number)]
    [InlineData("{{ mots[1 / 0] }}", TemplateLimit.Number)]
    [InlineData("{{ envoi | date.add_days 9999999 }}", TemplateLimit.Number)]
    [InlineData("{{ envoi | date.add_years 9999 }}", TemplateLimit.Number)]
    [InlineData("{{ envoi | date.add_months (1 / 0) }}", TemplateLimit.Number)]
    [InlineData("{{ (timespan.from_days (0 / 0)).days }}", TemplateLimit.Number)]
    [InlineData("{{ 1.5 | math.round 16 }}", TemplateLimit.Number)]
    [InlineData("{{ math.divided_by 1 0 }}", TemplateLimit.Number)]
    [InlineData("{{ ('a' * 40 + '!') | regex.replace '^(a+)+$' 'b' }}", TemplateLimit.Regex)]
    public void Render_AtALimit_SucceedsOrSaysWhich(string text, TemplateLimit? expected)
    {
        var template = Some.Template(Some.CompileText(text));
        var output = new StringWriter();
        var problem = Record.Exception(() => template.Render(output, Some.Values()));
        Assert.Equal(expected, (problem as TemplateLimitException)?.Limit);
        Assert.Equal(expected is null, problem is null);
        Assert.Equal(expected is null, output.GetStringBuilder().Length > 0);
    }

    [Fact]
    public void Render_AfterALimit_WorksAgain()
    {
        var template = Some.Template(Some.CompileText("{{ for i in 1..age; capture x; i; end; x; end }}"));
        var values = Some.Values();
        values.SetInteger(Some.Schema.Ordinal("age"), 1001);
        Assert.Throws<TemplateLimitException>(() => template.Render(values));
        values.SetInteger(Some.Schema.Ordinal("age"), 3);
        Assert.Equal("123", template.Render(values));
    }
}
