namespace Orchestration.LocalRuntime.Functions.HostJson;

/// <summary>
/// What the runtime takes from host.json, with the documented defaults. The timeout is that of one invocation, null for none;
/// 30 minutes by default, as on plans without a limit of their own.
/// </summary>
internal sealed record HostSettings(
    TimeSpan? FunctionTimeout, HttpSettings Http, QueueSettings Queues, BlobSettings Blobs, DurableSettings Durable)
{
    public static HostSettings Default { get; } = new(TimeSpan.FromMinutes(30), new(), new(), new(), new());
}

/// <summary><c>extensions.http</c>.</summary>
internal sealed record HttpSettings
{
    /// <summary>First part of every route; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Requests executing at once; null for no limit.</summary>
    public int? MaxConcurrentRequests { get; init; }

    /// <summary>Requests executing or waiting; more are answered 429. Null for no limit.</summary>
    public int? MaxOutstandingRequests { get; init; }
}

/// <summary><c>extensions.queues</c>.</summary>
internal sealed record QueueSettings
{
    public const int LargestBatch = 32;

    /// <summary>Messages received at once, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>
    /// A new batch is received when no more messages than this are being processed. Documented default: processors × batchSize / 2.
    /// </summary>
    public int NewBatchThreshold { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Attempts before a message goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message stays invisible after a failure.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Longest pause between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>True for <c>base64</c>, false for <c>none</c>.</summary>
    public bool Base64 { get; init; } = true;
}

/// <summary><c>extensions.blobs</c>.</summary>
internal sealed record BlobSettings
{
    /// <summary>Invocations at once of one function.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Attempts before a blob is given up and a message goes to the poison queue.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;
}

/// <summary><c>extensions.durableTask</c>.</summary>
internal sealed record DurableSettings
{
    public string HubName { get; init; } = "TestHubName";

    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;

    public int MaxConcurrentOrchestrators { get; init; } = 10 * Environment.ProcessorCount;
}
