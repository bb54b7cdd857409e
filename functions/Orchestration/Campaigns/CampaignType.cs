namespace Orchestration.Campaigns;

/// <summary>The three types of campaign of Osmose (domain.md A1, rows 10-14).</summary>
public enum CampaignType
{
    /// <summary>Nationale: defined by Dicom, started by the calendar.</summary>
    National,

    /// <summary>Clé-en-main: ordered by a caisse from the national library.</summary>
    ReadyMade,

    /// <summary>Sur mesure: written by a caisse for its own insured people.</summary>
    Custom,
}
