using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>One send as it stands: its plan record, and what the list would say of it.</summary>
internal sealed record SendView(SendRecord Record, BoardRow Row)
{
    public SendKey Key => Record.Plan.Key;

    /// <summary>« Vaccination ROR : invitation ».</summary>
    public string Name => SendTitles.Of(Record.Plan.CampaignTitle, Key);
}
