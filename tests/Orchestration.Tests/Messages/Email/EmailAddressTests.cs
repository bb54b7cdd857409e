using Orchestration.Messages.Email;

namespace Orchestration.Tests.Messages.Email;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("camille.martin@exemple.fr")]
    [InlineData("  camille.martin@exemple.fr ")]
    [InlineData("c+ameli@sous.domaine.exemple.re")]
    [InlineData("o'neil_1@ex-emple.fr")]
    public void TryParse_OrdinaryAddress_IsKept(string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(text.Trim(), address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("camille")]
    [InlineData("camille@exemple")]
    [InlineData("Camille <camille@exemple.fr>")]
    [InlineData("a@exemple.fr, b@exemple.fr")]
    [InlineData("a@exemple.fr;b@exemple.fr")]
    [InlineData("\"a b\"@exemple.fr")]
    [InlineData("a..b@exemple.fr")]
    [InlineData(".a@exemple.fr")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@-exemple.fr")]
    [InlineData("é@exemple.fr")]
    [InlineData("a@exemplé.fr")]
    [InlineData("a@exemple.fr\r\nBcc: b@exemple.fr")]
    [InlineData("a(commentaire)@exemple.fr")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void TryParse_TooLong_IsRefused()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@exemple.fr", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@exemple.fr", out _));
        Assert.False(EmailAddress.TryParse("a@" + string.Concat(Enumerable.Repeat("sousdomaine.", 22)) + "fr", out _));
    }

    [Fact]
    public void Mailbox_NameAndAddress_ReadsBack()
    {
        var mailbox = EmailAddress.Mailbox("L’Assurance Maladie", "info@info.ameli.fr");

        Assert.Equal(mailbox, EmailAddress.Mailbox(mailbox.ToString()));
        Assert.Equal("L’Assurance Maladie", EmailAddress.Mailbox(mailbox.ToString()).DisplayName);
    }
}
