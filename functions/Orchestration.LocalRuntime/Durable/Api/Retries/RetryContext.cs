namespace Microsoft.DurableTask;

/// <summary>What a retry handler knows of the failures so far.</summary>
public record class RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
