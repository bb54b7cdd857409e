using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// Sends whose slots lie in the past, one warning a send: they are planned all the same, for a later revision keeps what has
/// gone.
/// </summary>
internal static class PastCheck
{
    public static void Run(Calendar calendar, IReadOnlyList<Step> steps, DateTimeOffset now, ProblemList problems)
    {
        foreach (var occurrences in steps.GroupBy(step => step.Send))
        {
            var begun = occurrences.Where(step => Slots(step).Any(slot => slot.Start < now)).ToList();
            if (begun.Count == 0)
            {
                continue;
            }

            var last = begun.MaxBy(step => step.Planned.Date)!;
            var date = FrenchDates.Short(last.Planned.Date, calendar.Year);
            var place = occurrences.Key.Places.Of(occurrences.Key.Moment is RecurringMoment ? "every" : "at");
            if (last.Planned.Zones.All(zone => zone.ExpiresAt <= now))
            {
                problems.Warn(
                    ProblemCodes.Past, place,
                    $"« {occurrences.Key.Id} » a {French.Count(begun.Count, "date passée", "dates passées")}, la dernière le {date} : "
                        + $"ce qui n'est pas déjà parti ne partira pas.",
                    $"Rien à faire si ces dates ont eu lieu ; sinon, choisissez-en de nouvelles.");
            }
            else
            {
                problems.Warn(
                    ProblemCodes.Past, place,
                    $"« {occurrences.Key.Id} », le {date}, a déjà commencé : "
                        + $"ce qui n'est pas parti partira au prochain créneau permis, avant son expiration.",
                    $"Rien à faire, à moins de vouloir une autre date.");
            }
        }
    }

    private static IEnumerable<Slot> Slots(Step step) => step.Planned.Zones.SelectMany(zone => zone.Slots);
}
