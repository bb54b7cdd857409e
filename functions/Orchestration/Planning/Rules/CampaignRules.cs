namespace Orchestration.Planning;

/// <summary>Distances within a campaign and between campaigns, in days unless said otherwise.</summary>
public sealed class CampaignRules
{
    /// <summary>Between the two waves of a theme without season: 12 weeks (domain.md A4, row 63; H).</summary>
    public int WaveGapDays { get; set; } = 84;

    /// <summary>Between two sends of one campaign to one public; H.</summary>
    public int SendGapDays { get; set; } = 3;

    /// <summary>A local campaign keeps this far from the waves of a national one on its theme (domain.md A5, row 82; H).</summary>
    public int LocalDistanceDays { get; set; } = 7;

    /// <summary>A rebroadcast's content was reviewed at most so many days before its first send; H.</summary>
    public int ReviewDays { get; set; } = 365;
}
