namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is terminated.</summary>
/// <param name="Output">Becomes the output of the instance.</param>
/// <param name="Recursive">True to terminate its sub-orchestrations too.</param>
public record class TerminateInstanceOptions(object? Output = null, bool Recursive = false);
