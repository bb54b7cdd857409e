using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// A campaign to the public has its mirror for professionals (domain.md A4, row 64); one to professionals alone is a campaign of its
/// own kind and needs none (row 66).
/// </summary>
internal static class MirrorCheck
{
    public static IEnumerable<Finding> Find(PlanState state) =>
        from campaign in state.Calendar.Campaigns
        where campaign.Scale is CampaignScale.Large or CampaignScale.Medium && state.WavesOf(campaign).Count > 0
        let own = state.StepsOf(campaign)
        where own.Any(step => step.Send.Population == Population.Insured)
            && !own.Any(step => step.Send.Population == Population.Professionals)
        select Finding.At(
            campaign, "id",
            French.Text($"La campagne « {campaign.Id} » s'adresse au public sans volet pour les professionnels de santé."),
            French.Text($"Ajoutez un envoi avec {"public: professionals"} avant la vague."));
}
