namespace DurableTask.Core.History;

/// <summary>One event in the history of an instance.</summary>
public abstract class HistoryEvent
{
    protected HistoryEvent(int eventId) => EventId = eventId;

    /// <summary>The number of the step that the orchestrator took; -1 for what reached it.</summary>
    public int EventId { get; internal set; }

    public bool IsPlayed { get; set; }

    public DateTime Timestamp { get; set; }

    public abstract EventType EventType { get; }
}
