using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning.Checks;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Proposals;

namespace Orchestration.Planning;

/// <summary>From a calendar to slots: pure, it reads no storage and no clock.</summary>
public static class Planner
{
    /// <summary>A national year has a few thousand; far more is a slip of the pen.</summary>
    public const int MaxOccurrences = 50_000;

    /// <param name="calendar">As read, without errors.</param>
    /// <param name="rules">The settings, validated.</param>
    /// <param name="now">Only decides which sends get a warning for being past; all are planned.</param>
    /// <param name="inputs">What else is known; nothing when left out.</param>
    public static CalendarPlan Plan(Calendar calendar, PlanningRules rules, DateTimeOffset now, PlanningInputs? inputs = null) =>
        Assemble(PlanRun.Of(calendar, rules, now, inputs ?? PlanningInputs.None), new Dictionary<(string, string), IReadOnlyList<Proposal>>());

    /// <summary>The same plan, each problem with the corrections that would mend it: slower, for a planner who waits for a report.</summary>
    /// <inheritdoc cref="Plan"/>
    public static CalendarPlan PlanWithProposals(Calendar calendar, PlanningRules rules, DateTimeOffset now, PlanningInputs? inputs = null)
    {
        var run = PlanRun.Of(calendar, rules, now, inputs ?? PlanningInputs.None);
        return Assemble(run, ProposalFinder.Find(run));
    }

    private static CalendarPlan Assemble(PlanRun run, IReadOnlyDictionary<(string, string), IReadOnlyList<Proposal>> proposals)
    {
        var problems = run.Problems;
        foreach (var objection in run.Objections)
        {
            problems.Add(objection.AsProblem() with { Proposals = proposals.GetValueOrDefault(objection.Identity) ?? [] });
        }

        return new CalendarPlan(
            [.. run.Steps.Select(step => step.Planned).OrderBy(send => send.Key.Value, StringComparer.Ordinal)], problems.InOrder())
        {
            Journeys = JourneyPlanner.Plan(run.Calendar),
            Awaited = [.. Awaited(run.Calendar, run.State.Inputs)],
            Volumes = Volumes(run.State),
        };
    }

    private static Dictionary<SendKey, VolumeEstimate> Volumes(PlanState state) =>
        (from step in state.Steps
         let volume = state.Audiences.VolumeOf(step)
         where volume is not null
         select (step.Planned.Key, volume)).ToDictionary(pair => pair.Key, pair => pair.volume);

    private static IEnumerable<AwaitedSend> Awaited(Calendar calendar, PlanningInputs inputs) =>
        from send in calendar.Sends
        let moment = send.Moment as TriggeredMoment
        where moment is not null && !inputs.Raised.ContainsKey(moment.Trigger)
        orderby send.Name
        select new AwaitedSend(send.Campaign, send.Id, moment.Trigger, moment.From);
}
