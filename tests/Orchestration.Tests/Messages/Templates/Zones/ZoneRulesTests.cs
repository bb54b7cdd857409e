using Orchestration.Messages.Templates.Zones;

namespace Orchestration.Tests.Messages.Templates.Zones;

public sealed class ZoneRulesTests
{
    [Theory]
    [InlineData("Votre accueil d’Amiens ferme à 17 h 30, du 3 au 7 mai.")]
    [InlineData("Rendez-vous sur ameli.fr, ou sur https://www.ameli.fr/somme.")]
    [InlineData("Appelez le 3646 (service gratuit + prix de l’appel).")]
    [InlineData("R&D : 1 200 places, soit 50 % & plus… « C’est gratuit ! » M. Dupont, S.A.R.L., 2.5 km, n.b.")]
    [InlineData("Le 0 800 ne répond plus.")]
    [InlineData("CPAM d’Amiens, ATELIER")]
    public void Faults_PlainWords_AreNone(string text) => Assert.Empty(Codes(text));

    [Theory]
    [InlineData("", "Z010")]
    [InlineData(" \t ", "Z010")]
    [InlineData("Deux\nlignes", "Z012")]
    [InlineData("Trompe\u202Eur", "Z013")]
    [InlineData("ame\u200Bli", "Z013")]
    [InlineData("nul\0", "Z013")]
    [InlineData("trait\u00ADd’union", "Z013")]
    [InlineData("demi\uD83D", "Z013")]
    [InlineData("<b>gras</b>", "Z014")]
    [InlineData("a > b", "Z014")]
    [InlineData("Bonjour {{ prenom }}", "Z014")]
    [InlineData("{% if x %}", "Z014")]
    [InlineData("&lt;script&gt;", "Z014")]
    [InlineData("&#x41;", "Z014")]
    [InlineData("Écrivez à cpam@exemple.fr", "Z021")]
    [InlineData("Voir http://www.ameli.fr", "Z022")]
    [InlineData("Voir https://bit.ly/3xyz !", "Z022")]
    [InlineData("Voir https://exemple.fr…https://www.ameli.fr", "Z022")]
    [InlineData("Voir www.exemple.fr", "Z022")]
    [InlineData("Voir exemple.fr", "Z022")]
    [InlineData("Voir ameli.fr.pirate.example", "Z022")]
    [InlineData("Voir https://ameli.fr@pirate.example/", "Z021")]
    [InlineData("Voir аmeli.fr", "Z022")]
    [InlineData("Voir exemple。fr", "Z022")]
    [InlineData("Voir ｅｘｅｍｐｌｅ．ｆｒ", "Z022")]
    [InlineData("Voir xn--amli-dpa.xn--p1ai", "Z022")]
    [InlineData("Voir 192.168.1.1", "Z022")]
    [InlineData("javascript:alert(1)", "Z022")]
    [InlineData("Voir data:text/html,abc", "Z022")]
    [InlineData("Voir https://www.ameli.fr/logo.png", "Z024")]
    [InlineData("Appelez le 03 22 00 00 00", "Z023")]
    [InlineData("Appelez le +33 3 22 00 00 00", "Z023")]
    [InlineData("Appelez le 0322000000", "Z023")]
    [InlineData("Appelez le 0 892 123 456", "Z023")]
    [InlineData("Appelez le 0892 123 456", "Z023")]
    [InlineData("N° ２ ５５ ０８ １４ １６８ ０２５ ３８", "Z030")]
    [InlineData("N° 2 55 08 14 168 025 38", "Z030")]
    [InlineData("N° 2550814168025", "Z030")]
    [InlineData("N° 1 87 12 2B 033 007", "Z030")]
    [InlineData("Donnez votre mot de passe", "Z031")]
    [InlineData("Envoyez votre RIB", "Z031")]
    [InlineData("VENEZ TOUS SAMEDI", "Z032")]
    [InlineData("Cliquez ici", "Z033")]
    public void Faults_Text_AreFound(string text, string code) => Assert.Contains(code, Codes(text));

    [Fact]
    public void Faults_SeveralAtOnce_AreAllTold() =>
        Assert.Equal(["Z011", "Z014", "Z021", "Z022", "Z023"], Codes("<a> x@y.fr exemple.fr 03 22 00 00 00", max: 10).Order());

    [Theory]
    [InlineData("https://www.ameli.fr/somme", null)]
    [InlineData("https://www.ameli.fr/somme?x=1&y=2#z", null)]
    [InlineData("ameli.fr", "Z020")]
    [InlineData("http://www.ameli.fr", "Z020")]
    [InlineData("https://exemple.fr", "Z020")]
    [InlineData("https://www.ameli.fr /", "Z020")]
    [InlineData("https://u@www.ameli.fr", "Z020")]
    [InlineData("tel:3646", "Z020")]
    [InlineData("javascript:alert(1)", "Z020")]
    [InlineData("https://www.ameli.fr/x.png", "Z024")]
    public void Faults_Link_LeadsToAnAllowedPage(string text, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(text, ZoneKind.Link));

    [Theory]
    [InlineData("L’accueil d’Amiens est fermé : c’est férié. 5 € l’œuf, ça va où ?", null)]
    [InlineData("Bravo 🎉", "Z015")]
    [InlineData("À 20 °C", "Z015")]
    public void Faults_Sms_FitsTheAlphabet(string text, string? code) => Assert.Equal(code is null ? [] : [code], Codes(text, ZoneKind.Sms));

    [Fact]
    public void Faults_Paragraph_MayHaveLines() => Assert.Empty(Codes("Un.\nDeux.", ZoneKind.Paragraph));

    [Fact]
    public void Faults_OptionalZone_MayBeEmpty() => Assert.Empty(ZoneRules.Faults(Zone(optional: true), null, SomeContent.Settings));

    [Fact]
    public void Tidy_Text_IsSetInFrench()
    {
        var paragraph = Zone(ZoneKind.Paragraph);

        Assert.Equal("Prêt\u202F?\nC’est l’heure\u00A0: 8 h", ZoneRules.Tidy(paragraph, "  Prêt ? \r\n\r\n C'est l'heure : 8 h  "));
        Assert.Equal("https://www.ameli.fr/l'eau", ZoneRules.Tidy(Zone(ZoneKind.Link), " https://www.ameli.fr/l'eau\n"));
    }

    private static IReadOnlyList<string> Codes(string text, ZoneKind kind = ZoneKind.Text, int max = 200) =>
        [.. ZoneRules.Faults(Zone(kind, max), text, SomeContent.Settings).Select(fault => fault.Code)];

    private static ZoneDeclaration Zone(ZoneKind kind = ZoneKind.Text, int max = 200, bool optional = false) => new("titre", "le titre", max, kind, optional);
}
