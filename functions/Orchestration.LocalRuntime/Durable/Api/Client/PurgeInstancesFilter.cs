namespace Microsoft.DurableTask.Client;

/// <summary>Which finished instances to purge; both bounds of the time of creation are included.</summary>
public record class PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>Stops after this time and says that the purge is not complete; without limit by default.</summary>
    public TimeSpan? Timeout { get; init; }
}
