using Orchestration.Messages;
using Orchestration.Templating;
using static Orchestration.Tests.Messages.Templates.SomeContent;

namespace Orchestration.Tests.Messages.Templates;

public sealed class ContentCheckTests
{
    [Fact]
    public void Run_GoodContent_FindsNothing() => Assert.Empty(Findings());

    [Theory]
    [InlineData("", "C001")]
    [InlineData("Deux\nlignes", "C001")]
    [InlineData("Trompe\u202Eur", "C001")]
    public void Run_Subject_IsOneSafeLine(string subject, string code) => AssertOnly(code, Findings(subject: subject));

    [Fact]
    public void Run_SubjectTooLong_IsRefused()
    {
        Assert.Empty(Findings(subject: new string('a', 150)));
        AssertOnly("C001", Findings(subject: new string('a', 151)));
    }

    [Theory]
    [InlineData("http://www.ameli.fr/assure")]
    [InlineData("https://www.ameli.fr.pirate.example/")]
    [InlineData("https://ameli.fr@pirate.example/")]
    [InlineData("https://ameli.fr:8443/")]
    [InlineData("https://faux-ameli.fr/")]
    [InlineData("https://xn--amli-dpa.fr/")]
    [InlineData("https://bit.ly/abc")]
    [InlineData("https://ameli.fr…https:")]
    [InlineData("https://utilisateur@www.ameli.fr/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:info@ameli.fr")]
    [InlineData("tel:0899123456")]
    [InlineData("//www.ameli.fr/")]
    [InlineData("/assure")]
    [InlineData("")]
    public void Run_LinkThatIsNotHttpsToAnAllowedDomain_IsRefused(string link) =>
        AssertOnly("C010", Findings(html: Html.Replace("https://www.ameli.fr/assure", link, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Voir http://www.ameli.fr.", "http://www.ameli.fr")]
    [InlineData("Voir www.ameli.fr, rubrique vaccins", "www.ameli.fr")]
    [InlineData("Voir ameli.fr/vaccins", "ameli.fr/vaccins")]
    [InlineData("Voir https://bit.ly/3xyz !", "https://bit.ly/3xyz")]
    [InlineData("Voir ftp://ameli.fr/a", "ftp://ameli.fr/a")]
    public void Run_LinkWrittenInAText_IsRefusedAtItsPlace(string sms, string link)
    {
        var finding = AssertOnly("C010", Findings(sms: sms));

        Assert.Equal(("expected.sms.txt", 1, 6, link.Length), (finding.File, finding.Line, finding.Column, finding.Length));
    }

    [Theory]
    [InlineData("Voir https://www.ameli.fr/assure.")]
    [InlineData("Il est 9 h 30. ameli.fr répond à vos questions.")]
    public void Run_TextWithAllowedLinkOrPlainName_Passes(string sms) => Assert.Empty(Findings(sms: sms));

    [Fact]
    public void Run_LinkWrittenInTheHtmlText_IsRefused() =>
        AssertOnly("C010", Findings(html: Html.Replace("Lisez", "https://pirate.example/", StringComparison.Ordinal)));

    [Fact]
    public void Run_TextWithoutUnsubscribeLink_IsRefused() => AssertOnly("C020", Findings(text: "Bonjour."));

    [Fact]
    public void Run_HtmlWithoutUnsubscribeLink_IsRefused() =>
        AssertOnly("C021", Findings(html: Html.Replace(UnsubscribeUrl, "https://www.ameli.fr/", StringComparison.Ordinal)));

    [Fact]
    public void Run_PromotionByTextWithoutStop_IsRefused()
    {
        AssertOnly("C022", Findings(sms: "Créez votre compte.", purpose: Purpose.Promotion));
        Assert.Empty(Findings(sms: "Créez votre compte. STOP au 36123", purpose: Purpose.Promotion));
    }

    [Fact]
    public void Run_EmptySms_IsRefused() => AssertOnly("C030", Findings(sms: " "));

    [Fact]
    public void Run_SmsOfTooManySegments_IsRefused()
    {
        Assert.Empty(Findings(sms: new string('a', 459)));
        AssertOnly("C031", Findings(sms: new string('a', 460)));
    }

    [Fact]
    public void Run_HeavyHtml_IsRefused()
    {
        var settings = Settings;
        settings.MaxHtmlBytes = System.Text.Encoding.UTF8.GetByteCount(Html);
        Assert.Empty(Findings(settings: settings));

        settings.MaxHtmlBytes--;
        AssertOnly("C040", Findings(settings: settings));
    }

    [Fact]
    public void Run_NirInAnyPart_IsRefusedAtItsPlace()
    {
        const string nir = "2 55 08 14 168 025 38";

        AssertOnly("C050", Findings(subject: nir));
        AssertOnly("C050", Findings(html: Html.Replace("Lisez", nir, StringComparison.Ordinal)));
        AssertOnly("C050", Findings(sms: nir));
        var finding = AssertOnly("C050", Findings(text: $"{UnsubscribeUrl}\nN° {nir}\n"));
        Assert.Equal((2, 4, 21), (finding.Line, finding.Column, finding.Length));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n", "", "C060")]
    [InlineData(" lang=\"fr\"", "", "C061")]
    [InlineData(" lang=\"fr\"", " lang=\"\"", "C061")]
    [InlineData("<title>Vos vaccins</title>", "", "C062")]
    [InlineData("<title>Vos vaccins</title>", "<title> </title>", "C062")]
    [InlineData("<h1>Vos vaccins</h1>", "<h2>Vos vaccins</h2>", "C063")]
    [InlineData("<h1>Vos vaccins</h1>", "<h1></h1>", "C063")]
    [InlineData("<h1>Vos vaccins</h1>", "<h1>Vos</h1><h1>vaccins</h1>", "C063")]
    [InlineData(" alt=\"\"", "", "C064")]
    [InlineData(" role=\"presentation\"", "", "C065")]
    public void Run_HtmlThatAScreenReaderCannotFollow_IsRefused(string good, string bad, string code) =>
        AssertOnly(code, Findings(html: Html.Replace(good, bad, StringComparison.Ordinal)));

    [Fact]
    public void Run_DataTableWithHeadings_Passes() =>
        Assert.Empty(Findings(html: Html.Replace("<img", "<table><tr><th>Âge</th></tr><tr><td>12 mois</td></tr></table><img", StringComparison.Ordinal)));

    [Theory]
    [InlineData("<script>alert(1)</script>", "C070")]
    [InlineData("<form></form>", "C070")]
    [InlineData("<iframe></iframe>", "C070")]
    [InlineData("<link rel=\"stylesheet\">", "C070")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0\">", "C070")]
    [InlineData("<p onclick=\"alert(1)\">a</p>", "C071")]
    [InlineData("<p style=\"background: URL(x.png)\">a</p>", "C072")]
    [InlineData("<style>@import 'x.css';</style>", "C072")]
    [InlineData("<p style=\"background: u\\72l(x.png)\">a</p>", "C072")]
    public void Run_ActiveContent_IsRefused(string element, string code) =>
        AssertOnly(code, Findings(html: Html.Replace("<img", element + "<img", StringComparison.Ordinal)));

    [Fact]
    public void Run_SeveralFaults_AreAllFound() =>
        Assert.Equal(["C001", "C020", "C030"], Findings(subject: "", text: "", sms: "").Select(finding => finding.Code).Order());

    [Fact]
    public void Run_FaultyElement_IsFoundAtItsPlace()
    {
        var finding = AssertOnly("C064", Findings(html: Html.Replace(" alt=\"\"", "", StringComparison.Ordinal)));

        Assert.Equal(("expected.html", 7, 1), (finding.File, finding.Line, finding.Column));
        Assert.NotEmpty(finding.Mend);
    }

    private static TemplateProblem AssertOnly(string code, IReadOnlyList<TemplateProblem> findings)
    {
        var finding = Assert.Single(findings);
        Assert.Equal(code, finding.Code);
        return finding;
    }
}
