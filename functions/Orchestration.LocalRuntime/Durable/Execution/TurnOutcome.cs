using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>What one turn of an orchestrator led to.</summary>
/// <param name="Turn">What to add to the history.</param>
/// <param name="CancelledTimers">The timers that will not fire.</param>
/// <param name="CustomStatus">The custom status, serialized, when this turn set it.</param>
/// <param name="IsSuspended">True when the instance waits to be resumed.</param>
/// <param name="Conclusion">How the generation ended, when it did.</param>
/// <param name="Carried">The events for the next generation.</param>
internal sealed record TurnOutcome(
    Turn Turn,
    IReadOnlySet<int> CancelledTimers,
    ChangedStatus? CustomStatus,
    bool IsSuspended,
    Conclusion? Conclusion,
    IReadOnlyList<EventRaised> Carried);

/// <summary>A custom status that was set, to null as well.</summary>
internal sealed record ChangedStatus(string? Json);
