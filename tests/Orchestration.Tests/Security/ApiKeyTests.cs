using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class ApiKeyTests
{
    [Fact]
    public void Issue_Key_IsFoundByItsIdAndKeepsNoSecret()
    {
        var (key, text) = ApiKey.Issue("léa", Role.Operator, Some.Now);

        var (id, secret) = ApiKey.Split(text)!.Value;
        Assert.Equal(key.Id, id);
        Assert.True(key.Matches(secret));
        Assert.DoesNotContain(secret, key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Issue_Twice_GivesTwoKeys()
    {
        var (one, text) = ApiKey.Issue("léa", Role.Operator, Some.Now);
        var (other, otherText) = ApiKey.Issue("léa", Role.Operator, Some.Now);

        Assert.NotEqual(one.Id, other.Id);
        Assert.False(one.Matches(ApiKey.Split(otherText)!.Value.Secret));
        Assert.NotEqual(text, otherText);
    }

    // A secret is Base64url: it may hold the very character that parts the three pieces.
    [Fact]
    public void Split_SecretWithAnUnderscore_IsKeptWhole()
    {
        var secret = new string('_', 43);

        Assert.Equal(("0123456789ab", secret), ApiKey.Split($"orc_0123456789ab_{secret}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("orc")]
    [InlineData("orc_0123456789ab")]
    [InlineData("orc_0123456789ab_court")]
    [InlineData("key_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("orc_0123456789AB_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("orc_../../../etc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Split_NotAKey_IsNull(string text) => Assert.Null(ApiKey.Split(text));
}
