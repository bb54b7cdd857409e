using System.Text.Json;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Rendering;

/// <summary>Whatever a value holds, it stays where it was printed.</summary>
public class EscapingPropertyTests
{
    [Theory]
    [InlineData("<p>", "{{ lien }}", "</p>")]
    [InlineData("<p>", "{{ capture x }}{{ lien }}{{ end }}{{ x }}", "</p>")]
    [InlineData("<p>", "{{ include 'layouts/x' v: lien }}", "</p>")]
    [InlineData("<p>", "{{ [lien, lien] | array.join '' }}", "</p>")]
    [InlineData("<title>", "{{ $\"{lien}\" }}", "</title>")]
    [InlineData("<p title=\"", "{{ lien }}", "\">")]
    [InlineData("<p title='", "{{ lien | string.strip }}", "'>")]
    [InlineData("<a href=\"", "{{ lien }}", "\">")]
    [InlineData("<a href='", "{{ lien }}{{ lien }}", "'>")]
    [InlineData("<a href=\"https://ameli.fr/", "{{ lien }}", "\">")]
    [InlineData("<a href=\"mailto:", "{{ lien }}", "?subject=x\">")]
    public void Render_AnyText_LetsNoMarkupThrough(string before, string printed, string after)
    {
        var template = Some.Template(Some.CompileHtml(before + printed + after, Some.Layout("layouts/x", "{{ $v }}")));
        var values = Some.Values();
        Property.ForTexts(200, text =>
        {
            values.SetText(Some.Schema.Ordinal("lien"), text);
            var output = template.Render(values);
            Assert.StartsWith(before, output, StringComparison.Ordinal);
            Assert.EndsWith(after, output, StringComparison.Ordinal);
            Assert.Equal(-1, output.AsSpan()[before.Length..^after.Length].IndexOfAny("<>\"'"));
        });
    }

    [Fact]
    public void Render_AnyAddress_OnlyLeadsToAllowedSchemes()
    {
        var template = Some.Template(Some.CompileHtml("{{ capture x }}<a href=\"{{ lien }}\">{{ end }}{{ x }}"));
        var values = Some.Values();
        Property.ForTexts(300, text =>
        {
            values.SetText(Some.Schema.Ordinal("lien"), text);
            var address = template.Render(values)["<a href=\"".Length..^2];
            var isAllowed = address == "#"
                || new[] { "https://", "mailto:", "tel:" }.Any(
                    scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
            Assert.True(isAllowed, address);
        });
    }

    [Fact]
    public void Render_AnyTextInText_ReadsBackTheSame()
    {
        var template = Some.Template(Some.CompileHtml("{{ lien }}"));
        var values = Some.Values();
        Property.ForTexts(300, text =>
        {
            values.SetText(Some.Schema.Ordinal("lien"), text);
            Assert.Equal(text, System.Net.WebUtility.HtmlDecode(template.Render(values)));
        });
    }

    [Fact]
    public void Render_TextTemplate_EscapesNothing()
    {
        var json = Some.Json.Replace("\"Zoé\"", JsonSerializer.Serialize("<é> & \"'"), StringComparison.Ordinal);
        Assert.Equal("<é> & \"'", Some.Render(Some.CompileText("{{ prenom }}"), Some.Read(json)));
    }
}
