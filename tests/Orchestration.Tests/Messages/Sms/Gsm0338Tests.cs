using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Sms;

public sealed class Gsm0338Tests
{
    /// <summary>Codes of 3GPP TS 23.038 §6.2.1; the escape 0x1B is not in our string, so later positions are one lower.</summary>
    [Theory]
    [InlineData('@', 0x00)]
    [InlineData('é', 0x05)]
    [InlineData('à', 0x7F)]
    [InlineData('Ç', 0x09)]
    [InlineData('\n', 0x0A)]
    [InlineData('\r', 0x0D)]
    [InlineData('_', 0x11)]
    [InlineData('Ξ', 0x1A)]
    [InlineData('Æ', 0x1C)]
    [InlineData(' ', 0x20)]
    [InlineData('0', 0x30)]
    [InlineData('¡', 0x40)]
    [InlineData('A', 0x41)]
    [InlineData('Ä', 0x5B)]
    [InlineData('¿', 0x60)]
    [InlineData('a', 0x61)]
    [InlineData('ñ', 0x7D)]
    public void Basic_EachCharacter_StandsAtItsCode(char character, int code)
    {
        var position = code > 0x1B ? code - 1 : code;

        Assert.Equal(character, Gsm0338.Basic[position]);
        Assert.Equal(1, Gsm0338.Septets(character));
    }

    [Fact]
    public void Basic_Always_Has127DistinctCharacters()
    {
        Assert.Equal(127, Gsm0338.Basic.Length);
        Assert.Equal(127, Gsm0338.Basic.Distinct().Count());
        Assert.Empty(Gsm0338.Basic.Intersect(Gsm0338.Extension));
    }

    [Theory]
    [InlineData('€')]
    [InlineData('^')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('~')]
    [InlineData('\\')]
    [InlineData('|')]
    public void Septets_OfTheExtension_IsTwo(char character) => Assert.Equal(2, Gsm0338.Septets(character));

    [Theory]
    [InlineData('ç')]
    [InlineData('ê')]
    [InlineData('œ')]
    [InlineData('’')]
    [InlineData('\u00A0')]
    [InlineData('°')]
    [InlineData('À')]
    [InlineData('\u001B')]
    public void Septets_OutsideTheAlphabet_IsZero(char character)
    {
        Assert.Equal(0, Gsm0338.Septets(character));
        Assert.False(Gsm0338.ContainsAll($"ab{character}"));
    }
}
