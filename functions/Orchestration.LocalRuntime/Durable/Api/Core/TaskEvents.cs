namespace DurableTask.Core.History;

public class TaskScheduledEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TaskScheduled;

    public string? Name { get; set; }

    public string? Input { get; set; }
}

public class TaskCompletedEvent(int eventId, int taskScheduledId, string? result) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TaskCompleted;

    public int TaskScheduledId { get; } = taskScheduledId;

    public string? Result { get; } = result;
}

public class TaskFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
    : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.TaskFailed;

    public int TaskScheduledId { get; } = taskScheduledId;

    public string? Reason { get; } = reason;

    public string? Details { get; } = details;

    public FailureDetails? FailureDetails { get; } = failureDetails;
}

public class SubOrchestrationInstanceCreatedEvent(int eventId) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.SubOrchestrationInstanceCreated;

    public string? Name { get; set; }

    public string? Version { get; set; }

    public string? InstanceId { get; set; }

    public string? Input { get; set; }
}

public class SubOrchestrationInstanceCompletedEvent(int eventId, int taskScheduledId, string? result) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.SubOrchestrationInstanceCompleted;

    public int TaskScheduledId { get; } = taskScheduledId;

    public string? Result { get; } = result;
}

public class SubOrchestrationInstanceFailedEvent(
    int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails) : HistoryEvent(eventId)
{
    public override EventType EventType => EventType.SubOrchestrationInstanceFailed;

    public int TaskScheduledId { get; } = taskScheduledId;

    public string? Reason { get; } = reason;

    public string? Details { get; } = details;

    public FailureDetails? FailureDetails { get; } = failureDetails;
}
