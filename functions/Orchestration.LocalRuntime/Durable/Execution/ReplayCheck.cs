using DurableTask.Core.Exceptions;
using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>Compares what an orchestrator decides in replay with what it decided the first time.</summary>
internal static class ReplayCheck
{
    /// <exception cref="NonDeterministicOrchestrationException">They differ; the message names the step expected and the step found.</exception>
    public static void Compare(int turn, IReadOnlyList<Decision> expected, IReadOnlyList<Decision> found)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            var (past, present) = (expected.ElementAtOrDefault(i), found.ElementAtOrDefault(i));
            if (past is null || present is null || !AreSame(past, present))
            {
                throw new NonDeterministicOrchestrationException(
                    $"The orchestrator no longer matches its history. In turn {turn} the history expects {Describe(past)}; "
                    + $"the present code found {Describe(present)}. Was the orchestrator changed while this instance was running, "
                    + "or does it use the clock, random numbers, configuration or input/output?");
            }
        }
    }

    private static bool AreSame(Decision past, Decision present) => (past, present) switch
    {
        (ActivityScheduled a, ActivityScheduled b) => a.Task == b.Task && SameName(a.Name, b.Name),
        (SubOrchestrationScheduled a, SubOrchestrationScheduled b) =>
            a.Task == b.Task && SameName(a.Name, b.Name) && a.InstanceId == b.InstanceId,
        (TimerCreated a, TimerCreated b) => a.Task == b.Task,
        (EventSent a, EventSent b) => a.Task == b.Task && SameName(a.Name, b.Name) && a.InstanceId == b.InstanceId,
        _ => past.GetType() == present.GetType(),
    };

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Describe(Decision? decision) => decision switch
    {
        null => "no further step",
        ActivityScheduled activity => $"step {activity.Task}, activity '{activity.Name}'",
        SubOrchestrationScheduled child => $"step {child.Task}, sub-orchestration '{child.Name}' with id '{child.InstanceId}'",
        TimerCreated timer => $"step {timer.Task}, a timer",
        EventSent sent => $"step {sent.Task}, event '{sent.Name}' to '{sent.InstanceId}'",
        Completed => "the end of the orchestration",
        ContinuedAsNew => "a new generation",
        Failed failed => $"its failure ({failed.Failure.Type}: {failed.Failure.Message})",
        _ => $"{decision.GetType().Name}",
    };
}
