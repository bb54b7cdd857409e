using System.Buffers.Text;
using FsCheck.Fluent;
using Orchestration.Caisses;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class LinkSignerTests
{
    private static readonly MessageLink Link = LinkSigner.Reference(Some.Key, Some.Caisse, 3, 4_999);

    [Fact]
    public void Verify_AnySignedLink_IsTheLink() => Property.Holds(
        from send in Gen.Choose(int.MinValue, int.MaxValue)
        from caisse in Gen.Choose(0, int.MaxValue)
        from lot in Gen.Choose(0, int.MaxValue)
        from index in Gen.Choose(0, int.MaxValue)
        select new MessageLink((ulong)(uint)send << 31, (uint)caisse, lot, index),
        link => SomeLinks.Signer().Verify(SomeLinks.Signer().Sign(link)) == link);

    [Fact]
    public void Verify_AnyChangedCharacter_IsRefused()
    {
        var signer = SomeLinks.Signer();
        var token = signer.Sign(Link);

        for (var i = 0; i < token.Length; i++)
        {
            var changed = token.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Assert.Null(signer.Verify(new string(changed)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("aAAAA")]
    [InlineData("a====")]
    [InlineData("é")]
    [InlineData("../../a")]
    public void Verify_NotAToken_IsRefused(string token) => Assert.Null(SomeLinks.Signer().Verify(token));

    [Fact]
    public void Verify_TokenCutOrLengthened_IsRefused()
    {
        var signer = SomeLinks.Signer();
        var token = signer.Sign(Link);

        Assert.Null(signer.Verify(token[..^1]));
        Assert.Null(signer.Verify(token + "A"));
        Assert.Null(signer.Verify(token + "AAAA"));
    }

    [Fact]
    public void Verify_KeyRotated_OldLinksWorkAsLongAsTheirKeyIsKept()
    {
        var old = SomeLinks.Signer().Sign(Link);
        var rotated = SomeLinks.Signer(SomeLinks.Options("b", "a", "b"));

        Assert.Equal(Link, rotated.Verify(old));
        Assert.StartsWith("b", rotated.Sign(Link), StringComparison.Ordinal);
        Assert.Equal(Link, rotated.Verify(rotated.Sign(Link)));
        Assert.Null(SomeLinks.Signer(SomeLinks.Options("b")).Verify(old));
    }

    [Fact]
    public void Verify_SignedWithAnotherKeyUnderThisName_IsRefused()
    {
        var forged = SomeLinks.Options();
        forged.Keys["a"] = Convert.ToBase64String(new byte[32]);

        Assert.Null(SomeLinks.Signer().Verify(SomeLinks.Signer(forged).Sign(Link)));
    }

    [Fact]
    public void UnsubscribeUrl_AnyLink_IsOnThePublicAddressAndFitsAUrl()
    {
        var url = SomeLinks.Signer().UnsubscribeUrl(Link);

        Assert.StartsWith("https://messages.exemple.fr/d/a", url, StringComparison.Ordinal);
        Assert.True(Base64Url.IsValid(url.AsSpan("https://messages.exemple.fr/d/a".Length)));
    }

    [Fact]
    public void CaisseCode_EveryCaisse_IsItsOwn() =>
        Assert.Equal(CaisseDirectory.All.Count, CaisseDirectory.All.Select(caisse => LinkSigner.CaisseCode(caisse.Id)).Distinct().Count());
}
