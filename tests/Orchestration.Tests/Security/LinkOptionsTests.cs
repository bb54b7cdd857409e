using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class LinkOptionsTests
{
    [Fact]
    public void Validate_GoodSettings_Succeeds() => Assert.True(Validate(_ => { }));

    [Theory]
    [InlineData("")]
    [InlineData("messages.exemple.fr")]
    [InlineData("http://messages.exemple.fr")]
    [InlineData("https://messages.exemple.fr/")]
    public void Validate_AddressThatIsNotHttpsOrEndsWithASlash_Fails(string url) => Assert.False(Validate(options => options.PublicBaseUrl = url));

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("aa")]
    public void Validate_CurrentKeyThatIsNotOneOfTheKeys_Fails(string key) => Assert.False(Validate(options => options.CurrentKey = key));

    [Theory]
    [InlineData("b", "")]
    [InlineData("b", "pas du base64")]
    [InlineData("b", "AAAA")]
    [InlineData("bb", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("/", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("é", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Validate_KeyWithAWeakValueOrANameUnfitForAUrl_Fails(string name, string value) => Assert.False(Validate(options => options.Keys[name] = value));

    private static bool Validate(Action<LinkOptions> change)
    {
        var options = SomeLinks.Options();
        change(options);
        return new LinkOptionsValidator().Validate(null, options).Succeeded;
    }
}
