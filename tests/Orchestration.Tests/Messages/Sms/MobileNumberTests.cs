using Orchestration.Caisses;
using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Sms;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("+33612345678")]
    [InlineData("+33738123456")]
    [InlineData("+33638123456")]
    [InlineData("+33695123456")]
    [InlineData("+262692123456")]
    [InlineData("+262693123456")]
    [InlineData("+262639123456")]
    [InlineData("+590690123456")]
    [InlineData("+590691123456")]
    [InlineData("+594694123456")]
    [InlineData("+596696123456")]
    [InlineData("+596697123456")]
    public void TryParse_E164_IsKept(string text) => Assert.Equal(text, Parse(text));

    [Theory]
    [InlineData("0612345678", "+33612345678")]
    [InlineData("06 12 34 56 78", "+33612345678")]
    [InlineData("06.12.34.56.78", "+33612345678")]
    [InlineData("06-12-34-56-78", "+33612345678")]
    [InlineData("06\u00A012\u00A034\u00A056\u00A078", "+33612345678")]
    [InlineData("0033 6 12 34 56 78", "+33612345678")]
    [InlineData("00262692123456", "+262692123456")]
    [InlineData("0692123456", "+262692123456")]
    [InlineData("0693123456", "+262693123456")]
    [InlineData("0639123456", "+262639123456")]
    [InlineData("0690123456", "+590690123456")]
    [InlineData("0691123456", "+590691123456")]
    [InlineData("0694123456", "+594694123456")]
    [InlineData("0696123456", "+596696123456")]
    [InlineData("0697123456", "+596697123456")]
    [InlineData("0698123456", "+33698123456")]
    public void TryParse_National_ConvertsByItsPrefix(string text, string expected) => Assert.Equal(expected, Parse(text));

    [Theory]
    [InlineData(null, MobileRefusal.Missing)]
    [InlineData("  ", MobileRefusal.Missing)]
    [InlineData("inconnu", MobileRefusal.NotANumber)]
    [InlineData("612345678", MobileRefusal.NotANumber)]
    [InlineData("33612345678", MobileRefusal.NotANumber)]
    [InlineData("+33 (0)6 12 34 56 78", MobileRefusal.NotANumber)]
    [InlineData("٠٦١٢٣٤٥٦٧٨", MobileRefusal.NotANumber)]
    [InlineData("061234567", MobileRefusal.WrongLength)]
    [InlineData("06123456789", MobileRefusal.WrongLength)]
    [InlineData("+3361234567", MobileRefusal.WrongLength)]
    [InlineData("+330612345678", MobileRefusal.WrongLength)]
    [InlineData("0123456789", MobileRefusal.NotMobile)]
    [InlineData("0700123456", MobileRefusal.NotMobile)]
    [InlineData("0729123456", MobileRefusal.NotMobile)]
    [InlineData("0699", MobileRefusal.WrongLength)]
    [InlineData("+33692123456", MobileRefusal.NotMobile)]
    [InlineData("+33639123456", MobileRefusal.NotMobile)]
    [InlineData("+33690123456", MobileRefusal.NotMobile)]
    [InlineData("+262612345678", MobileRefusal.NotMobile)]
    [InlineData("+2693212345", MobileRefusal.Comoros)]
    [InlineData("00269 321 23 45", MobileRefusal.Comoros)]
    [InlineData("+32475123456", MobileRefusal.Foreign)]
    [InlineData("+447700900123", MobileRefusal.Foreign)]
    public void TryParse_AnythingElse_IsRefusedForItsReason(string? text, MobileRefusal expected)
    {
        Assert.False(MobileNumber.TryParse(text, out var number, out var refusal));
        Assert.Equal(expected, refusal);
        Assert.Equal(default, number);
        Assert.NotEmpty(refusal.Label());
    }

    [Fact]
    public void TryParse_EveryPrefixOfEveryCaisse_IsInThePlan()
    {
        foreach (var caisse in CaisseDirectory.All)
        {
            foreach (var prefix in caisse.MobilePrefixes)
            {
                var length = prefix.StartsWith("+33", StringComparison.Ordinal) ? 12 : 13;
                var candidates = Enumerable.Range(0, 100).Select(digits => $"{prefix}{digits:D2}".PadRight(length, '1'));
                Assert.Contains(candidates, candidate => MobileNumber.TryParse(candidate, out _, out _));
            }
        }
    }

    [Fact]
    public void TryParse_EveryNationalPrefix_BelongsToOneTerritoryAtMost()
    {
        string[] countries = ["+33", "+262", "+590", "+594", "+596"];
        for (var prefix = 600; prefix < 800; prefix++)
        {
            var claims = countries.Count(country => MobileNumber.TryParse($"{country}{prefix}123456", out _, out _));
            Assert.InRange(claims, 0, 1);
            Assert.Equal(claims == 1, MobileNumber.TryParse($"0{prefix}123456", out _, out _));
        }
    }

    private static string Parse(string text) => MobileNumber.TryParse(text, out var number, out var refusal) ? number.Value : refusal.ToString();
}
