using Orchestration.Templating.Html;

namespace Orchestration.Templating.Tests.Html;

public class HtmlScannerTests
{
    [Theory]
    [InlineData("", "Text")]
    [InlineData("a < b > c", "Text")]
    [InlineData("a <", "TagOpen")]
    [InlineData("<p", "TagName")]
    [InlineData("</p", "EndTag")]
    [InlineData("</p>", "Text")]
    [InlineData("<p ", "InTag")]
    [InlineData("<p a", "AttributeName")]
    [InlineData("<p a ", "AfterAttributeName")]
    [InlineData("<p a b", "AttributeName")]
    [InlineData("<p a = ", "BeforeValue")]
    [InlineData("<p a=x", "UnquotedValue")]
    [InlineData("<p a=x ", "InTag")]
    [InlineData("<p a=\"x>'", "QuotedValue")]
    [InlineData("<p a='x'", "InTag")]
    [InlineData("<br/>", "Text")]
    [InlineData("<!-- > --", "Comment")]
    [InlineData("<!-- > -- x --->", "Text")]
    [InlineData("<!doctype html", "Declaration")]
    [InlineData("<![if mso]>", "Text")]
    [InlineData("<?xml ?>", "Text")]
    [InlineData("<script>if (a < b) '</p>'", "Code")]
    [InlineData("<SCRIPT>x</script ", "EndTag")]
    [InlineData("<style></scripty></style>", "Text")]
    [InlineData("<style><</style>", "Text")]
    [InlineData("<title>a <b> </titl", "TitleText")]
    [InlineData("<title>a</title>", "Text")]
    public void Advance_Html_EndsAtItsPlace(string text, string expected) =>
        Assert.Equal(expected, HtmlScanner.Advance(Place.Start, text).Kind.ToString());

    [Theory]
    [InlineData("<a href=\"", "Start")]
    [InlineData("<A HREF=\"ht", "Scheme")]
    [InlineData("<a href=\"HTTPS://", "Component")]
    [InlineData("<a href=\"https:/x", "Other")]
    [InlineData("<a href=\"http://", "Other")]
    [InlineData("<a href=\"javascript:", "Other")]
    [InlineData("<a href=\"mailto:a", "Address")]
    [InlineData("<a href=\"mailto:a?", "Component")]
    [InlineData("<a href=\"tel:", "Address")]
    [InlineData("<a href=\"#", "Component")]
    [InlineData("<a title=\"", "NotUrl")]
    [InlineData("<img src='", "Start")]
    public void Advance_Address_KnowsItsScheme(string text, string expected) =>
        Assert.Equal(expected, HtmlScanner.Advance(Place.Start, text).Url.ToString());

    [Fact]
    public void Advance_CutAnywhere_EndsAtTheSamePlace()
    {
        const string Text = "<!doctype html><!-- a --><p title='x' class=y><a href=\"https://x.fr/?a\">b</a><style>p{}</style><title>c</title></p";
        for (var cut = 0; cut <= Text.Length; cut++)
            Assert.Equal(
                HtmlScanner.Advance(Place.Start, Text), HtmlScanner.Advance(
                    HtmlScanner.Advance(Place.Start, Text.AsSpan(0, cut)), Text.AsSpan(cut)));
    }
}
