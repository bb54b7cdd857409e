using Microsoft.Extensions.Options;
using Orchestration.Audience.Suppressions;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Suppressions;

public sealed class SuppressionHasherTests
{
    // Hashes are kept for years: what they are may never change.
    [Fact]
    public void OfPersonAndAddress_KnownKey_AreTheseForEver()
    {
        var hasher = Hasher(1);

        Assert.Equal("de4ca526fbb09d032431b25c85a73f19", hasher.OfPerson("P1"));
        Assert.Equal("95009b5507da6d7e9230dd40ecbfc4b3", hasher.OfAddress("zoe@exemple.fr"));
    }

    [Theory]
    [InlineData("zoe@exemple.fr", "Zoe@Exemple.FR")]
    [InlineData("zoe@exemple.fr", " zoe@exemple.fr ")]
    [InlineData("+33612345678", "+33612345678")]
    public void OfAddress_SameMailbox_IsTheSame(string one, string other) => Assert.Equal(Some.Hasher.OfAddress(one), Some.Hasher.OfAddress(other));

    [Fact]
    public void OfPersonAndAddress_SameText_AreTwoDifferentThings() =>
        Assert.NotEqual(Some.Hasher.OfPerson("+33612345678"), Some.Hasher.OfAddress("+33612345678"));

    [Fact]
    public void OfPerson_OtherKey_IsAnother() => Assert.NotEqual(Hasher(1).OfPerson("P1"), Hasher(2).OfPerson("P1"));

    [Theory]
    [InlineData("", false)]
    [InlineData("pas du base64", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true)]
    public void Validate_Key_Is32BytesOrMoreInBase64(string key, bool isGood) =>
        Assert.Equal(isGood, new SuppressionOptionsValidator().Validate(null, new SuppressionOptions { Key = key }).Succeeded);

    private static SuppressionHasher Hasher(byte seed) =>
        new(Options.Create(new SuppressionOptions { Key = Convert.ToBase64String(Enumerable.Repeat(seed, 32).ToArray()) }));
}
