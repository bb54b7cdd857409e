using System.Net;
using System.Text.RegularExpressions;
using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Templates.Real;

/// <summary>What the charter asks of every text that can be measured (domain.md A11, B5).</summary>
public sealed partial class WordingTests
{
    private const int MaxAverageWords = 15;
    private const int MaxWords = 25;

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Text_Sentences_AreShort(string id)
    {
        var sentences = Sentences(TemplateFolder.Library.Templates[id].Preview.Text!);
        var lengths = sentences.Select(sentence => Word().Count(sentence)).Where(words => words > 0).ToList();

        Assert.InRange(lengths.Average(), 1, MaxAverageWords);
        Assert.InRange(lengths.Max(), 1, MaxWords);
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void Email_Typography_IsFrench(string id)
    {
        var preview = TemplateFolder.Library.Templates[id].Preview;
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(preview.Html!).Body!.TextContent;

        Assert.All([preview.Subject!, preview.Text!, html], text => Assert.DoesNotMatch(BadTypography(), Url().Replace(text, "")));
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.Ids), MemberType = typeof(TemplateFolder))]
    public void SubjectAndSms_OfHealth_NameNoDisease(string id)
    {
        var preview = TemplateFolder.Library.Templates[id].Preview;

        Assert.DoesNotMatch(Disease(), $"{preview.Subject} {preview.Sms?.Text}");
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.EmailIds), MemberType = typeof(TemplateFolder))]
    public void HtmlAndText_SayTheSame(string id)
    {
        var preview = TemplateFolder.Library.Templates[id].Preview;
        var body = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(preview.Html!).QuerySelector(".corps")!;
        var text = Blank().Replace(preview.Text!, " ");

        var pieces = body.QuerySelectorAll("h1, h2, li, p").Select(element => element.InnerHtml.Replace("<br>", "\n", StringComparison.Ordinal));

        foreach (var sentence in pieces.SelectMany(Sentences))
        {
            Assert.Contains(WebUtility.HtmlDecode(Blank().Replace(Tag().Replace(sentence, ""), " ").Trim()), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sms_LongFirstName_StaysOneSegment()
    {
        var sms = TemplateFolder.Library.Templates["national/ror-invitation"].Preview.Sms!;

        Assert.Equal(1, SmsSize.Measure(sms.Text.Replace("Zoé", "Marie-Christine", StringComparison.Ordinal)).Segments);
        Assert.Equal(SmsEncoding.Gsm7, sms.Size.Encoding);
    }

    [Theory]
    [MemberData(nameof(TemplateFolder.SmsIds), MemberType = typeof(TemplateFolder))]
    public void Sms_LongFirstName_StaysWithinTwoSegments(string id)
    {
        var sms = TemplateFolder.Library.Templates[id].Preview.Sms!;

        Assert.InRange(SmsSize.Measure(sms.Text.Replace("Zoé", "Marie-Christine", StringComparison.Ordinal)).Segments, 1, 2);
        Assert.Equal(SmsEncoding.Gsm7, sms.Size.Encoding);
    }

    private static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(Url().Replace(text, "")).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"(?<=[.?!])\s+|\n+|\s:\s*$", RegexOptions.Multiline)]
    private static partial Regex SentenceEnd();

    /// <summary>What nobody else may read on a locked screen: an illness, a pregnancy (invariant E10).</summary>
    [GeneratedRegex(@"(?i)rougeole|oreillons|rub[ée]ole|\bROR\b|cancer|diab|\bVIH\b|grippe|covid|cardia|\bIST\b|\binfections?\b|grossesse|enceinte")]
    private static partial Regex Disease();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Url();

    /// <summary>A breakable space before a high mark or inside guillemets, a straight apostrophe or quotation mark, two spaces.</summary>
    [GeneratedRegex(@" [?!;:»%]|« |\p{L}'|""| {2}|\p{L}[?!;:»]|\.\.\.")]
    private static partial Regex BadTypography();

    [GeneratedRegex(@"[ \n]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"<[^>]+>")]
    private static partial Regex Tag();
}
