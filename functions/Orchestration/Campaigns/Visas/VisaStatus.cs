namespace Orchestration.Campaigns.Visas;

/// <summary>Where a content stands with its visa.</summary>
public enum VisaStatus
{
    Pending,
    Granted,
    Refused,
}
