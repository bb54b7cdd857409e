using System.Collections.Concurrent;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>Tells waiting clients that the status of an instance changed.</summary>
internal sealed class StatusWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waits = new(StringComparer.Ordinal);
    private volatile bool _isClosed;

    /// <summary>A task that completes at the next change. Ask for it first, and then look at the status.</summary>
    public Task NextChange(string instanceId)
    {
        var change = _waits.GetOrAdd(instanceId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_isClosed)
        {
            Close();
        }

        return change.Task;
    }

    public void Changed(string instanceId)
    {
        if (_waits.TryRemove(instanceId, out var wait))
        {
            wait.SetResult();
        }
    }

    /// <summary>No status changes any more: every wait fails.</summary>
    public void Close()
    {
        _isClosed = true;
        foreach (var instanceId in _waits.Keys)
        {
            if (_waits.TryRemove(instanceId, out var wait))
            {
                wait.SetException(new ObjectDisposedException(nameof(DurableEngine), "The durable engine is stopped."));
            }
        }
    }
}
