using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Views.OwnedMedia;

namespace Orchestration.Planning.Views;

/// <summary>What the views of a calendar in force need beside its sends.</summary>
/// <param name="Title">Of the calendar.</param>
/// <param name="Waves">As they were planned with, by their start.</param>
/// <param name="Letters">« Lettres-réseau », by date.</param>
/// <param name="Volumes">How many messages each occurrence comes to, as far as it is known.</param>
public sealed record CalendarOutline(
    string Title,
    IReadOnlyList<OutlinedWave> Waves,
    IReadOnlyList<NetworkLetter> Letters,
    IReadOnlyDictionary<SendKey, VolumeEstimate> Volumes)
{
    public static CalendarOutline Of(Calendar calendar, CalendarPlan plan)
    {
        var campaigns = calendar.Campaigns.ToDictionary(campaign => campaign.Id, StringComparer.Ordinal);
        return new(
            calendar.Title,
            [
                .. calendar.Waves.OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal)
                    .Select(wave => Of(wave, campaigns[wave.Campaign])),
            ],
            OwnedMediaPlanner.Plan(calendar, plan.Sends).Letters,
            plan.Volumes);
    }

    private static OutlinedWave Of(MediaWave wave, Campaign campaign) => new(
        wave.Id, wave.Campaign, campaign.Title, wave.Start, wave.End, wave.Media, campaign.Type, campaign.Theme, campaign.Caisses);
}

/// <summary>A media wave, and of its campaign what local campaigns must keep clear of; those of before it was kept have no theme.</summary>
public sealed record OutlinedWave(
    string Id,
    string Campaign,
    string CampaignTitle,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<Media> Media,
    CampaignType Type = CampaignType.National,
    string Theme = "",
    IReadOnlyList<string>? Caisses = null);
