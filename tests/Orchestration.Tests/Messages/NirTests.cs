using Orchestration.Messages;

namespace Orchestration.Tests.Messages;

public sealed class NirTests
{
    /// <summary>Keys of domain.md B8.</summary>
    [Theory]
    [InlineData("255081416802538")]
    [InlineData("2 55 08 14 168 025 38")]
    [InlineData("2\u00A055\u00A008\u00A014\u00A0168\u00A0025\u00A038")]
    [InlineData("2.55.08.14.168.025.38")]
    [InlineData("2 55 08 14 168 025 / 38", false)]
    [InlineData("2 93 05 2A 004 012 16")]
    [InlineData("1 87 12 2b 033 007 22")]
    [InlineData("2 55 08 14 168 025 39", false)]
    [InlineData("2 93 05 2B 004 012 16", false)]
    [InlineData("9 55 08 14 168 025 38", false)]
    [InlineData("12550814168025380", false)]
    [InlineData("2550814168025", false)]
    [InlineData("+33 6 12 34 56 78", false)]
    public void Find_ANumber_OnlyWhenShapeAndKeyAreRight(string text, bool found = true) => Assert.Equal(found, Nir.Find(text).Any());

    [Fact]
    public void Find_SeveralInAText_GivesTheirPlaces()
    {
        const string text = "Réf. 255081416802538, puis 2 55 08 14 168 025 38.";

        Assert.Equal(["255081416802538", "2 55 08 14 168 025 38"], Nir.Find(text).Select(place => text[place]));
    }
}
