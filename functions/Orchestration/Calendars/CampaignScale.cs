namespace Orchestration.Calendars;

/// <summary>The four kinds of action of Dicom (domain.md A4, row 71).</summary>
public enum CampaignScale
{
    /// <summary>Grande envergure: several media, several waves.</summary>
    Large,

    /// <summary>Moyenne envergure: tactical media, relational marketing over time.</summary>
    Medium,

    /// <summary>Hors média: kits, journeys, newsletters.</summary>
    OffMedia,

    /// <summary>Évènementiel.</summary>
    Event,
}
