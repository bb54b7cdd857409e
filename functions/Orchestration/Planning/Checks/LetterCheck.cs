using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>The caisses have their « lettre-réseau » before anything of the campaign goes out (domain.md A5, row 83).</summary>
internal static class LetterCheck
{
    public static IEnumerable<Finding> Find(PlanState state) =>
        from campaign in state.Calendar.Campaigns
        let letter = campaign.Letter
        where letter is not null
        let first = state.StepsOf(campaign).MinBy(step => step.Planned.Date)
        where first is not null && letter >= first.Planned.Date
        select Finding.At(
            campaign, "letter",
            French.Text($"La lettre-réseau de « {campaign.Id} », le {FrenchDates.Short(letter.Value, state.Year)}, ")
                + French.Text($"ne précède pas l'envoi « {first.Name} » du {FrenchDates.Short(first.Planned.Date, state.Year)}."),
            French.Text($"Publiez-la avant cette date."));
}
