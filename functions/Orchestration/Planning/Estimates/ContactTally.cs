using System.Runtime.InteropServices;
using Orchestration.Audience;
using Orchestration.Messages;
using Orchestration.Planning.Checks;

namespace Orchestration.Planning.Estimates;

/// <summary>Who of the sample would be contacted too often, told by send.</summary>
/// <param name="TooClose">Pairs of sends that come too close for a share of the smaller one's people; the worst occurrence of each pair.</param>
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
        for (var index = 0; index < steps.Count; index++)
        {
            var (step, isExempt) = (steps[index], IsExempt(state, steps[index]));
            foreach (var hit in state.Audiences.HitsOf(step))
            {
                people[hit.Person].Add(new Contact(
                    step.Days[hit.Person % step.Days.Count].DayNumber, index, hit.Channel == Channel.Sms, isExempt));
            }
        }

        var (close, crowded) = (new Dictionary<(int, int), int>(), new Dictionary<int, Crowd>());
        foreach (var contacts in people)
        {
            contacts.Sort();
            limits.Look(CollectionsMarshal.AsSpan(contacts), close, crowded);
        }

        return new ContactTally(
            [.. Pairs(state, steps, close)],
            [.. Crowds(state, steps, crowded, limits)]);
    }

    private static IEnumerable<ClosePair> Pairs(PlanState state, List<Step> steps, Dictionary<(int Earlier, int Later), int> close) =>
        from pair in close
        let found = Pair(state, steps[pair.Key.Earlier], steps[pair.Key.Later], pair.Value)
        where found is not null && found.Share > state.Rules.Pressure.ToleratedShare
        group found by (found.Send.Send.Name, found.Other.Send.Name) into pairs
        let worst = pairs.OrderByDescending(pair => pair.Share).ThenBy(pair => pair.Send.Planned.Key.Value, StringComparer.Ordinal).First()
        orderby worst.Send.Planned.Key.Value, worst.Other.Planned.Key.Value
        select worst;

    /// <summary>Told of the one with fewer people, for whom it means more.</summary>
    private static ClosePair? Pair(PlanState state, Step earlier, Step later, int people)
    {
        var (before, after) = (state.Audiences.HitsOf(earlier).Count, state.Audiences.HitsOf(later).Count);
        var (send, other, all) = after <= before || IsExempt(state, earlier) ? (later, earlier, after) : (earlier, later, before);
        return all >= state.Rules.Pressure.LeastSample ? new ClosePair(send, other, (double)people / all) : null;
    }

    private static IEnumerable<CrowdedSend> Crowds(PlanState state, List<Step> steps, Dictionary<int, Crowd> crowded, ContactLimits limits) =>
        from crowd in crowded
        let step = steps[crowd.Key]
        where state.Audiences.HitsOf(step).Count >= state.Rules.Pressure.LeastSample
        let share = (double)crowd.Value.People / state.Audiences.HitsOf(step).Count
        where share > state.Rules.Pressure.ToleratedShare
        let others = crowd.Value.Others.OrderByDescending(other => other.Value).ThenBy(other => other.Key).Select(other => steps[other.Key]).ToList()
        let found = new CrowdedSend(step, others, share, limits.WindowDays, limits.Messages)
        group found by found.Step.Send.Name into sends
        let worst = sends.OrderByDescending(send => send.Share).ThenBy(send => send.Step.Planned.Key.Value, StringComparer.Ordinal).First()
        orderby worst.Step.Planned.Key.Value
        select worst;

    /// <summary>Administrative sends count for the others, and are never too many themselves.</summary>
    private static bool IsExempt(PlanState state, Step step) =>
        step.Campaign.Purpose == Purpose.Administrative && !state.Rules.Pressure.HeldThemes.Contains(step.Campaign.Theme);
}

/// <summary>Two sends that come too close for a share of the first one's people.</summary>
internal sealed record ClosePair(Step Send, Step Other, double Share);

/// <summary>A send that would be one message too many for a share of its people.</summary>
internal sealed record CrowdedSend(Step Step, IReadOnlyList<Step> Others, double Share, int WindowDays, int Most);

/// <summary>One message to one person of the sample; in the order of days.</summary>
internal readonly record struct Contact(int Day, int Step, bool IsSms, bool IsExempt) : IComparable<Contact>
{
    public int CompareTo(Contact other) => Day != other.Day ? Day.CompareTo(other.Day) : Step.CompareTo(other.Step);

    public static bool operator <(Contact one, Contact other) => one.CompareTo(other) < 0;

    public static bool operator >(Contact one, Contact other) => one.CompareTo(other) > 0;

    public static bool operator <=(Contact one, Contact other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Contact one, Contact other) => one.CompareTo(other) >= 0;
}
