namespace Orchestration.Calendars;

/// <summary>A campaign lives three years: made once, shown again for two (domain.md A4, row 68).</summary>
public enum CampaignLifecycle
{
    Creation,

    /// <summary>Its content must have been reviewed since.</summary>
    Rebroadcast,
}
