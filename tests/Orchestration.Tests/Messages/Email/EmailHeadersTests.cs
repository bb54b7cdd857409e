using Orchestration.Messages;
using Orchestration.Messages.Email;

namespace Orchestration.Tests.Messages.Email;

public sealed class EmailHeadersTests
{
    private static readonly EmailHeaderInput Input = new(
        SomeEmail.Id,
        EmailAddress.Mailbox("L’Assurance Maladie", "assurance-maladie@info.ameli.fr"),
        new DateTimeOffset(2027, 4, 27, 9, 0, 0, TimeSpan.FromHours(2)),
        "https://desinscription.ameli.fr/d/k1.abc",
        "vaccination",
        "CPAM-80",
        Purpose.Health,
        "assmaladie");

    [Fact]
    public void Compose_Always_GivesTheWholeSetInOrder() =>
        Assert.Equal(
            """
            Date: Tue, 27 Apr 2027 09:00:00 +0200
            Message-ID: <96767299-7b31-50ef-bae4-950402bff32e@info.ameli.fr>
            List-Unsubscribe: <https://desinscription.ameli.fr/d/k1.abc>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            List-Id: <vaccination.info.ameli.fr>
            Auto-Submitted: auto-generated
            Precedence: bulk
            Feedback-ID: vaccination:CPAM-80:health:assmaladie
            """,
            string.Join('\n', EmailHeaders.Compose(Input).Select(header => $"{header.Key}: {header.Value}")));

    [Theory]
    [InlineData(-4, "Thu, 01 Apr 2027 09:05:00 -0400")]
    [InlineData(0, "Thu, 01 Apr 2027 09:05:00 +0000")]
    [InlineData(4, "Thu, 01 Apr 2027 09:05:00 +0400")]
    public void FormatDate_AnyOffset_IsThatOfRfc5322(int hours, string expected) =>
        Assert.Equal(expected, EmailHeaders.FormatDate(new DateTimeOffset(2027, 4, 1, 9, 5, 0, TimeSpan.FromHours(hours))));

    [Theory]
    [InlineData("http://desinscription.ameli.fr/d/x")]
    [InlineData("mailto:stop@ameli.fr")]
    [InlineData("/d/x")]
    [InlineData("https://desinscription.ameli.fr/d/x>, <https://pirate.example/")]
    [InlineData("https://desinscription.ameli.fr/d/x\r\nBcc: a@b.fr")]
    [InlineData("https://desinscription.ameli.fr/d/été")]
    public void Compose_UnsubscribeLinkThatIsNotOneHttpsUrl_IsRefused(string url) =>
        Assert.Throws<FormatException>(() => EmailHeaders.Compose(Input with { UnsubscribeUrl = url }));

    [Fact]
    public void Compose_UnsubscribeLinkLongerThanALine_IsRefused()
    {
        var longest = "https://a.fr/" + new string('x', 965);

        Assert.Equal(998, $"List-Unsubscribe: {EmailHeaders.Compose(Input with { UnsubscribeUrl = longest })["List-Unsubscribe"]}".Length);
        Assert.Throws<FormatException>(() => EmailHeaders.Compose(Input with { UnsubscribeUrl = longest + "x" }));
    }
}
