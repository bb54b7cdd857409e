using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Sms;

public sealed class SmsSenderTests
{
    private static readonly string[] Allowed = ["AssMaladie", "0612345678", "Ameli Sante", "123456", "AmeliÉté", "AssuranceMaladie", "Am"];

    [Fact]
    public void Problem_RegisteredSender_IsNone() => Assert.Null(SmsSender.Problem("AssMaladie", Allowed));

    [Theory]
    [InlineData("0612345678")]
    [InlineData("+33712345678")]
    [InlineData("0033612345678")]
    [InlineData("33612345678")]
    public void Problem_MobileNumber_IsRefusedForWhatItIs(string sender) =>
        Assert.Contains("06 ou 07", SmsSender.Problem(sender, [sender]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ameli Sante")]
    [InlineData("123456")]
    [InlineData("AmeliÉté")]
    [InlineData("AssuranceMaladie")]
    [InlineData("Am")]
    [InlineData("")]
    public void Problem_WrongShape_IsRefusedEvenWhenListed(string sender) =>
        Assert.Contains("3 à 11", SmsSender.Problem(sender, [.. Allowed, ""]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ameli")]
    [InlineData("ASSMALADIE")]
    public void Problem_UnregisteredSender_IsRefused(string sender) =>
        Assert.Contains("liste", SmsSender.Problem(sender, Allowed), StringComparison.Ordinal);
}
