using Orchestration.Calendars;
using Orchestration.Campaigns;

namespace Orchestration.Planning;

/// <summary>What a calendar says of a send, as one planned occurrence that has no slots yet.</summary>
internal static class SendModel
{
    public static PlannedSend Of(Calendar calendar, Campaign campaign, Send send, string occurrence, DateOnly date) => new(
        SendKey.Create(calendar.Id, campaign.Id, send.Id, occurrence),
        campaign.Title,
        campaign.Type,
        campaign.Purpose,
        campaign.Theme,
        campaign.Priority,
        date,
        send.Population,
        send.Criterion,
        send.Channels,
        send.Template,
        campaign.Caisses,
        [],
        send.Window);
}
