using Orchestration.Audience;
using Orchestration.Messages;
using Orchestration.Planning.Checks;

namespace Orchestration.Planning.Estimates;

/// <summary>Who of the sample would be contacted too often, told by send.</summary>
/// <param name="TooClose">Pairs of sends that come too close for a share of the later one's people; the worst occurrence of each pair.</param>
/// <param name="TooMany">Sends that would be one message too many; the worst occurrence of each.</param>
internal sealed record ContactTally(IReadOnlyList<ClosePair> TooClose, IReadOnlyList<CrowdedSend> TooMany)
{
    public static ContactTally Of(PlanState state, Population population)
    {
        var limits = ContactLimits.Of(state.Rules.Pressure, population);
        var steps = state.Steps
            .Where(step => step.Send.Population == population && step.Days.Count > 0)
            .OrderBy(step => step.Days[0]).ThenBy(step => step.Planned.Key.Value, StringComparer.Ordinal)
            .ToList();
        var people = Enumerable.Range(0, state.Audiences.SizeOf(population)).Select(_ => new List<Contact>()).ToArray();
        var (close, crowded) = (new Dictionary<(int, int), int>(), new Dictionary<int, Crowd>());
        for (var index = 0; index < steps.Count; index++)
        {
            var (step, isExempt) = (steps[index], IsExempt(state, steps[index]));
            foreach (var hit in state.Audiences.HitsOf(step))
            {
                var day = step.Days[hit.Person % step.Days.Count].DayNumber;
                if (!isExempt)
                {
                    limits.Look(people[hit.Person], day, hit.Channel, index, close, crowded);
                }

                people[hit.Person].Add(new Contact(day, index, hit.Channel == Channel.Sms));
            }
        }

        return new ContactTally(
            [.. Pairs(state, steps, close)],
            [.. Crowds(state, steps, crowded, limits)]);
    }

    private static IEnumerable<ClosePair> Pairs(PlanState state, List<Step> steps, Dictionary<(int Earlier, int Later), int> close) =>
        from pair in close
        let later = steps[pair.Key.Later]
        let share = (double)pair.Value / state.Audiences.HitsOf(later).Count
        where share > state.Rules.Pressure.ToleratedShare
        let found = new ClosePair(steps[pair.Key.Earlier], later, share)
        group found by (found.Earlier.Send.Name, found.Later.Send.Name) into pairs
        let worst = pairs.OrderByDescending(pair => pair.Share).ThenBy(pair => pair.Later.Planned.Key.Value, StringComparer.Ordinal).First()
        orderby worst.Later.Planned.Key.Value, worst.Earlier.Planned.Key.Value
        select worst;

    private static IEnumerable<CrowdedSend> Crowds(PlanState state, List<Step> steps, Dictionary<int, Crowd> crowded, ContactLimits limits) =>
        from crowd in crowded
        let step = steps[crowd.Key]
        let share = (double)crowd.Value.People / state.Audiences.HitsOf(step).Count
        where share > state.Rules.Pressure.ToleratedShare
        let others = crowd.Value.Others.OrderByDescending(other => other.Value).ThenBy(other => other.Key).Select(other => steps[other.Key]).ToList()
        let found = new CrowdedSend(step, others, share, limits.WindowDays, limits.Messages)
        group found by found.Step.Send.Name into sends
        let worst = sends.OrderByDescending(send => send.Share).ThenBy(send => send.Step.Planned.Key.Value, StringComparer.Ordinal).First()
        orderby worst.Step.Planned.Key.Value
        select worst;

    /// <summary>Administrative sends count for the others, and are never too many themselves; the same for what too few people of the sample get.</summary>
    private static bool IsExempt(PlanState state, Step step) =>
        (step.Campaign.Purpose == Purpose.Administrative && !state.Rules.Pressure.HeldThemes.Contains(step.Campaign.Theme))
        || state.Audiences.HitsOf(step).Count < state.Rules.Pressure.LeastSample;
}

/// <summary>Two sends that come too close for a share of the later one's people.</summary>
internal sealed record ClosePair(Step Earlier, Step Later, double Share);

/// <summary>A send that would be one message too many for a share of its people.</summary>
internal sealed record CrowdedSend(Step Step, IReadOnlyList<Step> Others, double Share, int WindowDays, int Most);

/// <summary>One message to one person of the sample.</summary>
internal readonly record struct Contact(int Day, int Step, bool IsSms);
