using System.Text;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Tests.Messages.Rendering;

namespace Orchestration.Tests.Messages.Templates.Zones;

public sealed class ZonePackageTests
{
    [Fact]
    public void Read_GoodZones_AreDeclaredAndShown()
    {
        var package = SomeZones.Good();

        Assert.Equal(["titre", "texte", "lien", "note", "court"], package.Manifest.Zones.Select(zone => zone.Name));
        Assert.Equal(new ZoneDeclaration("note", "une note", 100, ZoneKind.Text, Optional: true), package.Manifest.Zones[3]);
        Assert.Equal("Votre accueil change", package.Preview.Subject);
        Assert.Contains("<p class=\"texte\">Il ouvre à 9 h.</p><p class=\"texte\">Il ferme à 17 h.</p>", package.Preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"note\"", package.Preview.Html, StringComparison.Ordinal);
        Assert.Equal("Zoé, votre accueil change STOP au 36000", package.Preview.Sms!.Text);
        Assert.Equal(["titre", "texte", "lien", "note"], package.ZonesOf(PackageFiles.ExpectedHtml));
        Assert.Equal(["court"], package.ZonesOf(PackageFiles.ExpectedSms));
        Assert.Empty(package.ZonesOf(PackageFiles.Zones));
    }

    [Theory]
    [InlineData("id: custom/essai", "id: national/essai", "M040")]
    [InlineData("  titre: {", "  Titre: {", "M020")]
    [InlineData("  titre: {", "  objet: {", "M021")]
    [InlineData("  titre: {", "  prenom: {", "M042")]
    [InlineData("type: link", "type: page", "M013")]
    [InlineData("max: 200", "max: 0", "M013")]
    [InlineData("max: 200", "max: 200, min: 3", "M011")]
    [InlineData("max: 2000", "max: 3001", "M044")]
    [InlineData("label: la page, ", "", "M010")]
    [InlineData("  court: { label: le SMS, max: 100, type: sms }", "  court: texte", "M043")]
    public void Read_ManifestWithAFault_IsRefused(string old, string replacement, string code)
    {
        Assert.Contains(old, SomeZones.Manifest, StringComparison.Ordinal);

        var problems = SomeZones.Read(SomeZones.Manifest.Replace(old, replacement, StringComparison.Ordinal)).Problems;

        Assert.Contains(code, problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Read_CustomTemplateWithoutZones_IsRefused()
    {
        var manifest = SomeZones.Manifest[..SomeZones.Manifest.IndexOf("zones:", StringComparison.Ordinal)];

        Assert.Contains(SomeZones.Read(manifest).Problems, problem => problem.Code == "M010");
        Assert.Contains(SomeZones.Read(manifest + "zones: {}\n").Problems, problem => problem.Code == "M041");
    }

    [Fact]
    public void Read_ZoneThatNoPartShows_IsRefused() =>
        Assert.Equal(
            ["Z005"],
            SomeZones.Read(SomeZones.Manifest + "  oubli: { label: rien, max: 10, type: text, optional: true }\n")
                .Problems.Select(problem => problem.Code));

    [Theory]
    [InlineData(null, "P001")]
    [InlineData("[", "Z001")]
    [InlineData("null", "Z002")]
    [InlineData("""{ "titre": 3 }""", "Z001")]
    [InlineData("""{ "titre": "a", "titre": "b" }""", "Z001")]
    [InlineData("""{ "titre": "\ud800" }""", "Z001")]
    [InlineData("""{ "autre": "a" }""", "Z003")]
    [InlineData("""{ "titre": "a" }""", "Z010")]
    public void Read_ZonesFileWithAFault_IsRefused(string? zones, string code) =>
        Assert.Contains(code, SomeZones.Read(zones: zones).Problems.Select(problem => problem.Code));

    [Fact]
    public void Read_FaultyZone_IsToldAtItsPlace()
    {
        var problem = Assert.Single(SomeZones.Read(zones: SomeZones.Zones.Replace("votre accueil change\"", "<b>\"", StringComparison.Ordinal)).Problems);

        Assert.Equal(("zones.json", "Z014", 5, 3), (problem.File, problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Fill_OtherWords_AreThoseOfTheMessagesAndOfTheHash()
    {
        var layout = SomeZones.Good();

        var (filled, problems) = layout.Fill(SomeZones.Texts(), SomeContent.Settings);

        Assert.Empty(problems);
        Assert.Equal(("Un atelier", "Zoé, venez STOP au 36000"), (filled!.Preview.Subject, filled.Preview.Sms!.Text));
        Assert.DoesNotContain(filled.Files.Keys, name => name.StartsWith("expected.", StringComparison.Ordinal));
        var other = layout.Fill(SomeZones.Texts("titre", "Un autre"), SomeContent.Settings).Package!;
        Assert.NotEqual(Bundle(filled).ComputeHash(), Bundle(other).ComputeHash());
        Assert.Equal(Bundle(filled).ComputeHash(), Bundle(layout.Fill(SomeZones.Texts(), SomeContent.Settings).Package!).ComputeHash());
    }

    [Theory]
    [InlineData("titre", "Voir exemple.fr", "Z022")]
    [InlineData("lien", "https://exemple.fr", "Z020")]
    [InlineData("court", null, "Z010")]
    public void Fill_BadWords_AreRefused(string name, string? text, string code) =>
        Assert.Contains(code, SomeZones.Good().Fill(SomeZones.Texts(name, text), SomeContent.Settings).Problems.Select(problem => problem.Code));

    [Fact]
    public void Fill_SubjectTooLong_IsAProblemOfTheRenderedPart()
    {
        var problems = SomeZones.Good().Fill(SomeZones.Texts("titre", new string('a', 151)), SomeContent.Settings).Problems;

        Assert.Equal(("expected.subject.txt", "C001"), Assert.Single(problems.Select(problem => (problem.File, problem.Code))));
    }

    [Fact]
    public void Render_FilledContent_GivesEverybodyTheSameWords()
    {
        var filled = SomeZones.Good().Fill(SomeZones.Texts("note", "Gratuit"), SomeContent.Settings).Package!;
        var renderer = new MessageRenderer(SomeMessage.Content(filled), SomeContent.Settings);

        foreach (var name in (string[])["Zoé", "René"])
        {
            var email = renderer.Render(SomeMessage.ByEmail(fields: ("prenom", name)), SomeMessage.Context()).Message!;
            var sms = renderer.Render(SomeMessage.BySms(fields: ("prenom", name)), SomeMessage.Context()).Message!;
            Assert.Equal("Un atelier", email.Subject);
            Assert.Contains("<p class=\"note\">Gratuit</p>", email.Html, StringComparison.Ordinal);
            Assert.Equal($"{name}, venez STOP au 36123", sms.Text);
        }
    }

    [Fact]
    public void Render_BundleReadBack_IsTheSame()
    {
        var filled = SomeZones.Good().Fill(SomeZones.Texts(), SomeContent.Settings).Package!;
        var bundle = ContentBundle.FromJson(Bundle(filled).ToJson());

        Assert.Equal("{\n  \"titre\": \"Un atelier\",", Encoding.UTF8.GetString(bundle.Files["custom/essai/zones.json"])[..26]);
        Assert.Equal(Bundle(filled).ComputeHash(), CompiledContent.Compile(bundle, SomeContent.Settings).Hash);
    }

    private static ContentBundle Bundle(TemplatePackage package) =>
        ContentBundle.Create(package, [Channel.Email, Channel.Sms], "true", new Dictionary<string, string>());
}
