namespace Orchestration.Templating.Tests;

public class PreludeTests
{
    [Theory]
    [InlineData(null, "", "", null)]
    [InlineData("é & <a> \"'", "é &amp; &lt;a&gt; &quot;&#39;", "é &amp; &lt;a&gt; &quot;&#39;", "é & <a> \"'")]
    [InlineData(12, "12", "12", "12")]
    [InlineData(5_000_000_000L, "5000000000", "5000000000", "5000000000")]
    [InlineData(-1.5, "-1,5", "-1,5", "-1,5")]
    [InlineData(true, "true", "true", "true")]
    public void HtmlText_Value_IsWrittenAsTheTemplatesDo(object? value, string text, string attribute, string? plain)
    {
        Assert.Equal(text, TemplatePrelude.HtmlText(value));
        Assert.Equal(attribute, TemplatePrelude.HtmlAttribute(value));
        Assert.Equal(plain, TemplatePrelude.Plain(value));
    }

    [Theory]
    [InlineData(" https://ameli.fr/é?a=1&b=%20 ", null, "https://ameli.fr/%C3%A9?a=1&amp;b=%20")]
    [InlineData("TEL:36 46", null, "TEL:36%2046")]
    [InlineData("javascript:alert(1)", null, "#")]
    [InlineData("/relative", null, "#")]
    [InlineData("", null, "#")]
    [InlineData(null, null, "")]
    [InlineData("a/b?c&d'", "part", "a%2Fb%3Fc%26d%27")]
    [InlineData("a+b@x.fr?cc=z", "address", "a+b@x.fr%3Fcc%3Dz")]
    [InlineData(12.5, "part", "12%2C5")]
    public void UrlAttribute_Value_IsCheckedAndEncoded(object? value, string? part, string expected) =>
        Assert.Equal(expected, TemplatePrelude.UrlAttribute(value, part));

    [Fact]
    public void Plain_Dates_AreWrittenInFull()
    {
        Assert.Equal("mardi 12 octobre 2027", TemplatePrelude.Plain(new DateTime(2027, 10, 12, 9, 0, 0)));
        Assert.Equal("vendredi 1er octobre 2027", TemplatePrelude.HtmlText(new DateTime(2027, 10, 1)));
        Assert.Throws<ArgumentException>(() => TemplatePrelude.Plain(Guid.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => TemplatePrelude.UrlAttribute("x", "query"));
    }
}
