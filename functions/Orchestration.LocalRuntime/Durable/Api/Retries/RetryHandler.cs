namespace Microsoft.DurableTask;

/// <summary>Decides after each failure whether to try again; runs inside the orchestrator and obeys its rules.</summary>
/// <returns>True to try again at once.</returns>
public delegate bool RetryHandler(RetryContext retryContext);

/// <inheritdoc cref="RetryHandler"/>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
