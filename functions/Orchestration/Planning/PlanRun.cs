using Orchestration.Calendars;
using Orchestration.Planning.Checks;
using Orchestration.Planning.Estimates;

namespace Orchestration.Planning;

/// <summary>A calendar worked out: its occurrences, and what the rules object to.</summary>
internal sealed class PlanRun
{
    private readonly Lazy<IReadOnlyList<Objection>> objections;

    private PlanRun(PlanState state, ProblemList problems)
    {
        (State, Problems) = (state, problems);
        objections = new(() => [.. PlanChecks.Run(State)]);
    }

    public PlanState State { get; }

    public Calendar Calendar => State.Calendar;

    public IReadOnlyList<Step> Steps => State.Steps;

    /// <summary>Sends that cannot be planned at all.</summary>
    public ProblemList Problems { get; }

    public IReadOnlyList<Objection> Objections => objections.Value;

    public static PlanRun Of(Calendar calendar, PlanningRules rules, DateTimeOffset now, PlanningInputs inputs)
    {
        var problems = new ProblemList();
        var steps = new StepPlanner(calendar, rules, inputs.Raised, problems).Plan();
        var audiences = new AudienceBook(inputs.Panel, calendar.Sends);
        return new PlanRun(new PlanState(calendar, steps, rules, now, inputs, audiences), problems);
    }

    /// <summary>The same with some entries changed; what they do not touch is kept.</summary>
    public PlanRun With(Calendar changed)
    {
        var problems = new ProblemList();
        var steps = new StepPlanner(changed, State.Rules, State.Inputs.Raised, problems).Plan(Steps);
        return new PlanRun(new PlanState(changed, steps, State.Rules, State.Now, State.Inputs, State.Audiences), problems);
    }
}
