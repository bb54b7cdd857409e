using AngleSharp.Html.Parser;

namespace Orchestration.Tests.Messages.Templates.Real;

/// <summary>What the shared frame owes to every reader (domain.md B4, B7), beyond the checks that any template must pass.</summary>
public sealed class AccessibilityTests
{
    private const double MinContrast = 4.5;
    private const int MaxBytes = 20_000;

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Html_EveryText_HasContrast(string id)
    {
        var texts = Contrast.Of(Html(id)).ToList();

        Assert.True(texts.Count > 20);
        Assert.All(texts, text => Assert.True(text.Ratio >= MinContrast, $"{text.Ratio:0.0}:1 « {text.Text} »"));
    }

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Ratio_KnownPairs_AreThoseOfWcag(string one, string other, double expected) => Assert.Equal(expected, Contrast.Ratio(one, other), 2);

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Html_Headings_SkipNoLevel(string id)
    {
        var levels = new HtmlParser().ParseDocument(Html(id)).QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1));
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Html_Links_AreExplicit(string id)
    {
        var links = new HtmlParser().ParseDocument(Html(id)).Links.Select(link => link.TextContent.Trim()).ToList();

        Assert.All(links, text => Assert.DoesNotMatch("(?i)^(ici|cliquez ici|en savoir plus|lire la suite|https?://.*)?$", text));
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Html_Weight_IsModest(string id) => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Html(id)), 1, MaxBytes);

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Html_Loads_NothingFromElsewhere(string id) =>
        Assert.Empty(new HtmlParser().ParseDocument(Html(id)).QuerySelectorAll("[src], link, [background]"));

    private static string Html(string id) => TemplateFolder.Library.Templates[id].Preview.Html!;
}
