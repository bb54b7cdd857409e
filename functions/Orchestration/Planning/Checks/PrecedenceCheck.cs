using Orchestration.Audience;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// Who hears of a campaign before the public (invariant E3). What is compared is the day on which each would hear of it, zone by
/// zone.
/// </summary>
internal static class PrecedenceCheck
{
    public static IEnumerable<Finding> Staff(PlanState state) => Find(
        state, Population.Staff, _ => true,
        "Les collaborateurs doivent être informés avant le public", "cette règle n’admet pas de dérogation");

    public static IEnumerable<Finding> Professionals(PlanState state) => Find(
        state, Population.Professionals, own => own.Any(step => step.Send.Population == Population.Insured),
        "Les professionnels de santé doivent être informés avant le public", "c’est à eux que le public posera ses questions");

    public static IEnumerable<Finding> StaffMissing(PlanState state) =>
        from campaign in state.Calendar.Campaigns
        let own = state.StepsOf(campaign)
        where state.WavesOf(campaign).Count > 0 && Reaches(own, Population.Insured) && !Reaches(own, Population.Staff)
        select Finding.At(
            campaign, "id",
            French.Text($"La campagne « {campaign.Id} » n'a pas d'envoi aux collaborateurs avant sa vague."),
            French.Text($"Ajoutez un envoi avec {"public: staff"}, par exemple {"at: ma-vague.start - 7d"}"));

    private static IEnumerable<Finding> Find(
        PlanState state, Population population, Func<IReadOnlyList<Step>, bool> concerns, string rule, string why)
    {
        foreach (var campaign in state.Calendar.Campaigns)
        {
            var own = state.StepsOf(campaign);
            var zones = CaisseZone.Of(campaign.Caisses);
            foreach (var launch in concerns(own) ? Launch.Of(state.WavesOf(campaign), own) : [])
            {
                if (Late(launch, population, zones, rule, why) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Late(Launch launch, Population population, IReadOnlyList<CaisseZone> zones, string rule, string why)
    {
        foreach (var zone in zones)
        {
            if (launch.First(population, zone) is { } first && first.FirstDayIn(zone) is { } day
                && launch.PublicDayIn(zone) is { } publicDay && day >= publicDay)
            {
                var year = publicDay.Year;
                return Finding.At(
                    first.Send, MomentKeys.Of(first.Send),
                    rule + French.Text($" : « {first.Send.Id} » part le {FrenchDates.Short(day, year)} {ZoneNames.In(zone.HolidayZone)}, ")
                        + French.Text($"et le public apprend la campagne le {FrenchDates.Short(publicDay, year)}."),
                    French.Text($"Avancez cet envoi avant le {FrenchDates.Short(publicDay, year)} ; {why}."));
            }
        }

        return null;
    }

    private static bool Reaches(IEnumerable<Step> steps, Population population) =>
        steps.Any(step => step.Send.Population == population);
}
