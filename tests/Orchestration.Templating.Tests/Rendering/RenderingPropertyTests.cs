using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Rendering;

public class RenderingPropertyTests
{
    [Fact]
    public void Render_AnyTemplateAndValues_ThrowsNothingButLimits()
    {
        var compiled = 0;
        Property.ForSeeds(500, seed =>
        {
            if (Compile(seed) is not { } template) return;
            compiled++;
            for (var i = 0; i < 3; i++)
            {
                if (Record.Exception(() => template.Render(RandomValues.Of(Some.Schema, seed + i))) is { } problem)
                    Assert.IsType<TemplateLimitException>(problem);
            }
        });
        Assert.InRange(compiled, 400, 500);
    }

    [Fact]
    public void Compile_NormalForm_IsItsOwnNormalFormAndRendersTheSame() => Property.ForSeeds(200, seed =>
    {
        if (Compile(seed) is not { } template) return;
        var kind = Kind(seed);
        var files = template.NormalFormFiles.Select(
            file => new TemplateSource(file.Name, file.Text, kind, IsLayout: true)).ToArray();
        var again = Some.Template(Some.Compile(kind, template.NormalForm, files));
        Assert.Equal(template.NormalForm, again.NormalForm);
        Assert.Equal(template.NormalFormFiles, again.NormalFormFiles);
        Assert.Equal(Outcome(template, seed), Outcome(again, seed));
    });

    private static TemplateKind Kind(int seed) => (TemplateKind)(seed % 2);

    private static CompiledTemplate? Compile(int seed) =>
        Some.Compile(Kind(seed), RandomTemplate.Of(Kind(seed), seed), RandomTemplate.Layouts).Template;

    private static string Outcome(CompiledTemplate template, int seed)
    {
        try
        {
            return template.Render(RandomValues.Of(Some.Schema, seed));
        }
        catch (TemplateLimitException limit)
        {
            return limit.Limit.ToString();
        }
    }
}
