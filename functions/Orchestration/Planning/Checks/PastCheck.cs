using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// Sends whose slots lie in the past, one warning a send: they are planned all the same, for a later revision keeps what has
/// gone.
/// </summary>
internal static class PastCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        foreach (var occurrences in state.Steps.GroupBy(step => step.Send))
        {
            var begun = occurrences.Where(step => Slots(step).Any(slot => slot.Start < state.Now)).ToList();
            if (begun.Count > 0)
            {
                yield return Found(occurrences.Key, begun, state);
            }
        }
    }

    private static Finding Found(Send send, IReadOnlyList<Step> begun, PlanState state)
    {
        var last = begun.MaxBy(step => step.Planned.Date)!;
        var date = FrenchDates.Short(last.Planned.Date, state.Year);
        var (what, mend) = last.Planned.Zones.All(zone => zone.ExpiresAt <= state.Now)
            ? (French.Text($"« {send.Id} » a {French.Count(begun.Count, "date passée", "dates passées")}, la dernière le {date} : ")
                    + French.Text($"ce qui n'est pas déjà parti ne partira pas."),
                French.Text($"Rien à faire si ces dates ont eu lieu ; sinon, choisissez-en de nouvelles."))
            : (French.Text($"« {send.Id} », le {date}, a déjà commencé : ")
                    + French.Text($"ce qui n'est pas parti partira au prochain créneau permis, avant son expiration."),
                French.Text($"Rien à faire, à moins de vouloir une autre date."));
        return Finding.At(send, MomentKeys.Of(send), what, mend) with { Movables = [] };
    }

    private static IEnumerable<Slot> Slots(Step step) => step.Planned.Zones.SelectMany(zone => zone.Slots);
}
