namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>Tells waiting clients that the status of an instance changed; keeps nothing of an instance that nobody waits for.</summary>
internal sealed class StatusWatch
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Change> _changes = new(StringComparer.Ordinal);
    private bool _isClosed;

    /// <summary>How many instances are waited for.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _changes.Count;
        }
    }

    /// <summary>A wait for the next change, until it is disposed. Begin it first, and then look at the status.</summary>
    public Wait Begin(string instanceId)
    {
        lock (_lock)
        {
            if (!_changes.TryGetValue(instanceId, out var change))
                _changes[instanceId] = change = new Change();
            change.Waits++;
            if (_isClosed)
                change.Fail();
            return new Wait(this, instanceId, change);
        }
    }

    public void Changed(string instanceId)
    {
        lock (_lock)
        {
            if (_changes.Remove(instanceId, out var change))
                change.Done.SetResult();
        }
    }

    /// <summary>No status changes any more: every wait fails.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var change in _changes.Values)
                change.Fail();
            _changes.Clear();
        }
    }

    private void End(string instanceId, Change change)
    {
        lock (_lock)
        {
            if (--change.Waits == 0 && _changes.TryGetValue(instanceId, out var present) && present == change)
                _changes.Remove(instanceId);
        }
    }

    /// <summary>One client's wait; to be disposed once.</summary>
    internal readonly struct Wait(StatusWatch watch, string instanceId, Change change) : IDisposable
    {
        public Task Changed => change.Done.Task;

        public void Dispose() => watch.End(instanceId, change);
    }

    internal sealed class Change
    {
        // Whoever waits goes on elsewhere: neither under the lock nor on the writer's thread.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waits { get; set; }

        public void Fail() => Done.TrySetException(new ObjectDisposedException(nameof(DurableEngine), "The durable engine is stopped."));
    }
}
