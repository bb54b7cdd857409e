using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a new orchestration is scheduled.</summary>
public record class StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id of the new instance; without one, a random id.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The moment of the start, in business time; without one, at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Not supported by the local runtime: scheduling with tags throws.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    public TaskVersion? Version { get; init; }

    /// <summary>
    /// The statuses in which an instance of the same id keeps a new one from being scheduled. None given: pending, running and
    /// suspended, as Durable Functions has it by default; an empty list: an unfinished instance is terminated and replaced.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
