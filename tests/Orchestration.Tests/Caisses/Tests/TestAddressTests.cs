using System.Text.Json;
using Orchestration.Caisses.Tests;
using Orchestration.Http;
using Orchestration.Messages;

namespace Orchestration.Tests.Caisses.Tests;

public sealed class TestAddressTests
{
    private static readonly string[] Allowed = ["@example.org", "lea@caisse.fr", "+33612345678"];

    [Fact]
    public void Read_AllowedAddresses_AreGivenInTheirOneForm()
    {
        var (addresses, faults) = Read("""["Paul@Example.org", "lea@caisse.fr", "06 12 34 56 78"]""");

        Assert.Empty(faults);
        Assert.Equal(
            [new("Paul@Example.org", Channel.Email), new("lea@caisse.fr", Channel.Email), new TestAddress("+33612345678", Channel.Sms)],
            addresses);
    }

    [Theory]
    [InlineData("""["paul@example.org.pirate.fr"]""", "/addresses/0")]
    [InlineData("""["lea@example.org", "autre@caisse.fr"]""", "/addresses/1")]
    [InlineData("""["xlea@caisse.fr"]""", "/addresses/0")]
    [InlineData("""["+33612345679"]""", "/addresses/0")]
    [InlineData("""["pas une adresse"]""", "/addresses/0")]
    [InlineData("""["a@example.org", "a@example.org"]""", "/addresses/1")]
    [InlineData("""[]""", "/addresses")]
    [InlineData("""["a@example.org","b@example.org","c@example.org","d@example.org","e@example.org","f@example.org","g@example.org","h@example.org","i@example.org","j@example.org","k@example.org"]""", "/addresses")]
    public void Read_OtherAddresses_AreRefusedAtTheirPlace(string addresses, string pointer) =>
        Assert.Equal([pointer], Read(addresses).Faults.Select(fault => fault.Pointer));

    // The answer is kept for a repeat of the request, and an address that is not allowed may be a patient's.
    [Fact]
    public void Read_OtherAddresses_AreNotSaidAgain() => Assert.All(
        Read("""["jeanne@patiente.fr", "07 65 43 21 09", "jeanne doe"]""").Faults,
        fault => Assert.DoesNotMatch("jeanne|43", fault.Detail + fault.Mend));

    [Fact]
    public void Read_ChannelThatTheCampaignHasNot_IsRefused() =>
        Assert.Contains("ne part pas par SMS", Assert.Single(Read("""["06 12 34 56 78"]""", Channel.Email).Faults).Detail, StringComparison.Ordinal);

    private static (IReadOnlyList<TestAddress> Addresses, IReadOnlyList<Fault> Faults) Read(string addresses, params Channel[] channels)
    {
        var faults = new Faults();
        var body = new BodyReader(JsonElement.Parse($$"""{ "addresses": {{addresses}} }"""), "", faults);
        return (TestAddress.Read(body, channels.Length > 0 ? channels : [Channel.Email, Channel.Sms], Allowed), faults.All);
    }
}
