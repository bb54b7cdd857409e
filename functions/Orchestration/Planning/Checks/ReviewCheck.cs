using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A campaign that is shown again had its content reviewed first (domain.md A4, row 68).</summary>
internal static class ReviewCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        foreach (var campaign in state.Calendar.Campaigns.Where(campaign => campaign.Lifecycle == CampaignLifecycle.Rebroadcast))
        {
            if (state.StepsOf(campaign).MinBy(step => step.Planned.Date) is not { } first)
            {
                continue;
            }

            if (campaign.Reviewed is not { } reviewed)
            {
                yield return Finding.At(
                    campaign, "lifecycle",
                    French.Text($"La campagne « {campaign.Id} » est une rediffusion dont le contenu n'a pas été revu."),
                    French.Text($"Faites revoir le contenu, puis donnez la date : {"reviewed: 2027-01-15"}"));
            }
            else if (reviewed < first.Planned.Date.AddDays(-state.Rules.Campaigns.ReviewDays))
            {
                yield return Finding.At(
                    campaign, "reviewed",
                    French.Text($"Le contenu de « {campaign.Id} » a été revu le {FrenchDates.DayMonth(reviewed, state.Year)}, ")
                        + French.Text($"trop longtemps avant son premier envoi, le {FrenchDates.Short(first.Planned.Date, state.Year)}."),
                    French.Text($"Une revue vaut {state.Rules.Campaigns.ReviewDays} jours : faites revoir le contenu."));
            }
        }
    }
}
