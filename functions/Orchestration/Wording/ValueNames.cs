using Orchestration.Audience;
using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Wording;

/// <summary>The values of a calendar as they are shown.</summary>
internal static class ValueNames
{
    public static string Of(CampaignType type) => type switch
    {
        CampaignType.National => "nationale",
        CampaignType.ReadyMade => "clé en main",
        CampaignType.Custom => "sur mesure",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type without a name."),
    };

    public static string Of(Purpose purpose) => purpose switch
    {
        Purpose.Promotion => "promotion",
        Purpose.Administrative => "information administrative",
        Purpose.Health => "santé",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A purpose without a name."),
    };

    public static string Of(Population population) => population switch
    {
        Population.Insured => "assurés",
        Population.Professionals => "professionnels de santé",
        Population.Staff => "collaborateurs",
        Population.Employers => "employeurs",
        Population.Relays => "relais",
        _ => throw new ArgumentOutOfRangeException(nameof(population), population, "A public without a name."),
    };
}
