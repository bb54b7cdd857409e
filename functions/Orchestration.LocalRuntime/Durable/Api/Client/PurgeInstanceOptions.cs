namespace Microsoft.DurableTask.Client;

/// <summary>How instances are purged.</summary>
/// <param name="Recursive">True to purge their sub-orchestrations too.</param>
public record class PurgeInstanceOptions(bool Recursive = false);
