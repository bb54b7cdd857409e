namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>Which blobs must be left alone for now: those being processed, and those that failed a moment ago.</summary>
internal sealed class RetrySchedule(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _notBefore = [];

    public bool IsDue(string blob)
    {
        lock (_lock)
            return !_notBefore.TryGetValue(blob, out var moment) || time.GetUtcNow() >= moment;
    }

    /// <summary>Leaves it alone until one of the other methods is called for it.</summary>
    public void Hold(string blob) => Set(blob, DateTimeOffset.MaxValue);

    public void DueIn(string blob, TimeSpan delay) => Set(blob, time.GetUtcNow() + delay);

    public void Release(string blob)
    {
        lock (_lock)
            _notBefore.Remove(blob);
    }

    private void Set(string blob, DateTimeOffset moment)
    {
        lock (_lock)
            _notBefore[blob] = moment;
    }
}
