namespace Microsoft.DurableTask.Client;

/// <summary>How many instances were purged.</summary>
public class PurgeResult
{
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    public PurgeResult(int count, bool? isComplete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    public int PurgedInstanceCount { get; }

    /// <summary>False when the time ran out before every instance was purged.</summary>
    public bool? IsComplete { get; }
}
