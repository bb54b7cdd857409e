using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Sms;

public sealed class SmsSizeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    [InlineData(459, 3)]
    [InlineData(460, 4)]
    public void Measure_Gsm7_CountsParts(int letters, int segments) =>
        Assert.Equal(new SmsSize(SmsEncoding.Gsm7, letters, segments), SmsSize.Measure(new string('a', letters)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Measure_Ucs2_CountsParts(int letters, int segments) =>
        Assert.Equal(new SmsSize(SmsEncoding.Ucs2, letters, segments), SmsSize.Measure(new string('ê', letters)));

    [Fact]
    public void Measure_OneCharacterOutsideTheAlphabet_MakesAllUcs2() =>
        Assert.Equal(new SmsSize(SmsEncoding.Ucs2, 101, 2), SmsSize.Measure(new string('a', 100) + "’"));

    [Fact]
    public void Measure_EuroSign_TakesTwoSeptets() => Assert.Equal(new SmsSize(SmsEncoding.Gsm7, 160, 1), SmsSize.Measure(new string('€', 80)));

    [Fact]
    public void Measure_EscapeOnTheBorder_MovesToTheNextPart()
    {
        // 152 + « € » would cut the escape from its code at septet 153: the first part ends one septet early, and 305 do not fit in two.
        var text = new string('a', 152) + "€" + new string('a', 152);

        Assert.Equal(new SmsSize(SmsEncoding.Gsm7, 306, 3), SmsSize.Measure(text));
    }

    [Fact]
    public void Measure_EscapeJustBeforeTheBorder_Stays()
    {
        var text = new string('a', 151) + "€" + new string('a', 153);

        Assert.Equal(new SmsSize(SmsEncoding.Gsm7, 306, 2), SmsSize.Measure(text));
    }

    [Fact]
    public void Measure_SurrogatePairOnTheBorder_MovesToTheNextPart()
    {
        var text = new string('ê', 66) + "😀" + new string('ê', 66);

        Assert.Equal(new SmsSize(SmsEncoding.Ucs2, 134, 3), SmsSize.Measure(text));
    }

    [Fact]
    public void Measure_SurrogatePair_CountsTwoUnits() =>
        Assert.Equal(new SmsSize(SmsEncoding.Ucs2, 70, 1), SmsSize.Measure(string.Concat(Enumerable.Repeat("😀", 35))));
}
