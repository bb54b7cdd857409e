using Orchestration.Audience;
using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// Staff hear of a campaign before the public, always; professionals too, unless the planner says why not (invariant E3;
/// domain.md A5, rows 75-78). What is compared is the day on which each would hear of it, zone by zone.
/// </summary>
internal static class PrecedenceCheck
{
    public static void Run(Calendar calendar, IReadOnlyList<Step> steps, ProblemList problems)
    {
        var stepsOf = steps.ToLookup(step => step.Campaign.Id);
        var wavesOf = calendar.Waves.ToLookup(wave => wave.Campaign);
        foreach (var campaign in calendar.Campaigns)
        {
            var (own, waves) = (stepsOf[campaign.Id].ToList(), wavesOf[campaign.Id].ToList());
            var zones = CaisseZone.Of(campaign.Caisses);
            foreach (var launch in Launch.Of(waves, own))
            {
                Compare(Population.Staff, launch, zones, problems);
                if (own.Any(step => step.Send.Population == Population.Insured))
                {
                    Compare(Population.Professionals, launch, zones, problems);
                }
            }

            if (waves.Count > 0 && Reaches(own, Population.Insured) && !Reaches(own, Population.Staff))
            {
                problems.Warn(
                    ProblemCodes.StaffMissing, campaign.Places.Of("id"),
                    $"La campagne « {campaign.Id} » n'a pas d'envoi aux collaborateurs avant sa vague.",
                    $"Ajoutez un envoi avec {"public: staff"}, par exemple {"at: ma-vague.start - 7d"}");
            }
        }
    }

    private static void Compare(Population population, Launch launch, IReadOnlyList<CaisseZone> zones, ProblemList problems)
    {
        foreach (var zone in zones)
        {
            if (launch.First(population, zone) is { } first && first.FirstDayIn(zone) is { } day
                && launch.PublicDayIn(zone) is { } publicDay && day >= publicDay)
            {
                Report(population, first, day, publicDay, zone, problems);
                return;
            }
        }
    }

    private static void Report(
        Population population, Step step, DateOnly day, DateOnly publicDay, CaisseZone zone, ProblemList problems)
    {
        var year = publicDay.Year;
        var place = step.Send.Places.Of("at");
        var when = French.Text(
            $"« {step.Send.Id} » part le {FrenchDates.Short(day, year)} {ZoneNames.In(zone.HolidayZone)}, "
                + $"et le public apprend la campagne le {FrenchDates.Short(publicDay, year)}");
        if (population == Population.Staff)
        {
            problems.Error(
                ProblemCodes.StaffAfterPublic, place,
                $"Les collaborateurs doivent être informés avant le public : {when}.",
                $"Avancez cet envoi avant le {FrenchDates.Short(publicDay, year)} ; cette règle n'admet pas de dérogation.");
        }
        else if (step.Send.Waiver is { } waiver)
        {
            problems.Warn(
                ProblemCodes.ProfessionalsAfterPublic, place,
                $"Les professionnels de santé ne sont pas informés avant le public : {when}. Dérogation : « {waiver} ».",
                $"Rien à faire si la dérogation vaut toujours.");
        }
        else
        {
            problems.Error(
                ProblemCodes.ProfessionalsAfterPublic, place,
                $"Les professionnels de santé doivent être informés avant le public : {when}.",
                $"Avancez cet envoi avant le {FrenchDates.Short(publicDay, year)}, ou motivez la dérogation : {"waiver: le motif"}");
        }
    }

    private static bool Reaches(IEnumerable<Step> steps, Population population) =>
        steps.Any(step => step.Send.Population == population);
}
