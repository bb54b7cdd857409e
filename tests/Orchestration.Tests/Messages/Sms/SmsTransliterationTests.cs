using FsCheck;
using FsCheck.Fluent;
using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Sms;

public sealed class SmsTransliterationTests
{
    [Theory]
    [InlineData("L’Assurance", "L'Assurance")]
    [InlineData("voir…", "voir...")]
    [InlineData("« Bonjour »", "\"Bonjour\"")]
    [InlineData("«\u00A0Bonjour\u00A0»", "\"Bonjour\"")]
    [InlineData("«\u202FBonjour\u202F»", "\"Bonjour\"")]
    [InlineData("“Bonjour”", "\"Bonjour\"")]
    [InlineData("lundi – mardi — mercredi", "lundi - mardi - mercredi")]
    [InlineData("un cœur, une Œuvre", "un coeur, une OEuvre")]
    [InlineData("Noël, Anaïs, août, forêt, hôpital, île, âge", "Noel, Anais, aout, foret, hopital, ile, age")]
    [InlineData("François, ÇA", "Francois, ÇA")]
    [InlineData("À bientôt, Êve, Étienne", "A bientot, Eve, Étienne")]
    [InlineData("Prénom\u00A0: Zoé\u202F!", "Prénom : Zoé !")]
    [InlineData("João Núñez Šimić", "Joao Nuñez Simic")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("mot\u00ADcoupé", "motcoupé")]
    public void Apply_Typography_BecomesGsm7(string text, string expected)
    {
        var result = SmsTransliteration.Apply(text);

        Assert.Equal(expected, result.Text);
        Assert.Equal(SmsEncoding.Gsm7, SmsSize.Measure(result.Text).Encoding);
    }

    [Theory]
    [InlineData("30 °C")]
    [InlineData("Bravo 😀")]
    [InlineData("Привет")]
    [InlineData("½")]
    [InlineData("\uFFFD")]
    public void Apply_WhatHasNoPlainForm_StaysUcs2(string text)
    {
        var result = SmsTransliteration.Apply(text);

        Assert.Equal(text, result.Text);
        Assert.Empty(result.Changes);
        Assert.Equal(SmsEncoding.Ucs2, SmsSize.Measure(result.Text).Encoding);
    }

    [Fact]
    public void Apply_WhatTheAlphabetHas_IsUntouched()
    {
        const string text = "Vérifiez où va l'été : {à} [ò] 100 € ? ÉÄÖÑÜäöñü Åå Ææ ß Øø Ç";

        var result = SmsTransliteration.Apply(text);

        Assert.Same(text, result.Text);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public void Apply_Changes_ReportsEachKindOnceWithItsCount()
    {
        var result = SmsTransliteration.Apply("L’été, l’hôpital : «\u00A0oui\u00A0»");

        Assert.Equal(
            [new("’", "'", 2), new("ô", "o", 1), new("«\u00A0", "\"", 1), new("\u00A0»", "\"", 1)],
            result.Changes);
    }

    [Fact]
    public void Apply_Twice_ChangesNothingMore() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var once = SmsTransliteration.Apply(WholeCharacters(text.Get)).Text;
            return SmsTransliteration.Apply(once).Text == once;
        }).QuickCheckThrowOnFailure();

    private static string WholeCharacters(string text) => string.Concat(text.EnumerateRunes());
}
