namespace DurableTask.Core.History;

public class ExecutionStartedEvent(int eventId, string? input) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionStarted;

    public string? Name { get; set; }

    public string? Version { get; set; }

    public string? Input { get; set; } = input;
}

public class ExecutionCompletedEvent(int eventId, string? result) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionCompleted;

    public string? Result { get; } = result;
}

public class ContinueAsNewEvent(int eventId, string? input) : ExecutionCompletedEvent(eventId, input)
{
    public override EventType EventType => EventType.ContinueAsNew;
}

public class ExecutionTerminatedEvent(int eventId, string? input) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionTerminated;

    public string? Input { get; set; } = input;
}

public class ExecutionSuspendedEvent(int eventId, string? reason) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionSuspended;

    public string? Reason { get; set; } = reason;
}

public class ExecutionResumedEvent(int eventId, string? reason) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.ExecutionResumed;

    public string? Reason { get; set; } = reason;
}

public class OrchestratorStartedEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.OrchestratorStarted;
}

public class OrchestratorCompletedEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.OrchestratorCompleted;
}
