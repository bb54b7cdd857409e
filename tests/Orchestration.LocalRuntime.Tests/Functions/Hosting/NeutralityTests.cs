using System.Reflection;
using System.Text.RegularExpressions;
using Orchestration.LocalRuntime.Functions.Hosting;

namespace Orchestration.LocalRuntime.Tests.Functions.Hosting;

/// <summary>The runtime knows functions and orchestrations; what they are about is the app's.</summary>
public sealed partial class NeutralityTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> DomainWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Anchor", "Audience", "Caisse", "Caisses", "Calendar", "Calendars", "Campaign", "Campaigns", "Campagne", "Criterion", "Criteria",
        "Datamart", "Dicom", "Email", "Envoi", "Insured", "Lot", "Lots", "Mail", "National", "Newsletter", "Osmose", "Pressure",
        "Professional", "Profile", "Recipient", "Recipients", "Sms", "Suppression", "Suppressions", "Template", "Templates", "Unsubscribe",
        "Visa", "Visas", "Wave", "Waves",
    };

    [Fact]
    public void TypesAndMembers_OfTheAssembly_NameNothingOfTheDomain()
    {
        var names = typeof(LocalRuntimeHost).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(Own).Select(member => $"{type.FullName}.{member.Name}").Append(type.FullName!));

        Assert.Equal("", string.Join('\n', names.Where(NamesTheDomain)));
    }

    [Theory]
    [InlineData("Orchestration.LocalRuntime.CampaignQueue", true)]
    [InlineData("Orchestration.LocalRuntime.Instances.InstanceSlot.get_caisse", true)]
    [InlineData("Orchestration.LocalRuntime.Durable.History.Decision", false)]
    [InlineData("Orchestration.LocalRuntime.Instances.InstanceSlot", false)]
    public void NamesTheDomain_LooksAtWholeWords(string name, bool expected) => Assert.Equal(expected, NamesTheDomain(name));

    private static bool NamesTheDomain(string name) => Word().Matches(name).Any(word => DomainWords.Contains(word.Value));

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
