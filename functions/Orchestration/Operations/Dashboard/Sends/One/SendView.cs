using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>One send as it stands: its plan record, and what the list would say of it.</summary>
internal sealed record SendView(SendRecord Record, BoardRow Row)
{
    public SendKey Key => Record.Plan.Key;

    /// <summary>« Vaccination ROR : invitation ».</summary>
    public string Name => French.Text($"{Record.Plan.CampaignTitle} : {SendNames.Of(Record.Plan)}");
}
