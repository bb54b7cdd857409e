using Orchestration.Campaigns;

namespace Orchestration.Tests.Campaigns;

public sealed class SendKeyTests
{
    [Theory]
    [InlineData("essai-2027.ror.invitation.1")]
    [InlineData("cpam-80.journee.invitation.2027-04-27")]
    public void Parse_FourParts_IsTheKey(string text) => Assert.Equal(text, SendKey.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("a.b..d")]
    [InlineData("A.b.c.d")]
    [InlineData("a.b.c.d\n")]
    [InlineData("a/../b.b.c.d")]
    [InlineData("a:b.b.c.d")]
    [InlineData("é.b.c.d")]
    public void TryParse_AnythingElse_IsFalse(string? text) => Assert.False(SendKey.TryParse(text, out _));

    [Fact]
    public void TryParse_Length_EndsAt80()
    {
        Assert.True(SendKey.TryParse($"a.b.c.{new string('1', 74)}", out _));
        Assert.False(SendKey.TryParse($"a.b.c.{new string('1', 75)}", out _));
    }

    [Fact]
    public void Create_PartThatWouldMakeAFifth_IsRefused() => Assert.Throws<FormatException>(() => SendKey.Create("a", "b.c", "d", "e"));
}
