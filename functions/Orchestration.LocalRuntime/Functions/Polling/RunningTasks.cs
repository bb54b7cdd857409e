namespace Orchestration.LocalRuntime.Functions.Polling;

/// <summary>The invocations of a listener that are under way.</summary>
internal sealed class RunningTasks(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _cancelled = new();

    /// <summary>Fires when the host can wait no longer.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Runs something that reports its own failures.</summary>
    public void Add(Func<Task> run)
    {
        lock (_lock)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            _running.Add(Task.Run(run));
        }
    }

    /// <summary>Waits until no more than a number are left.</summary>
    public async Task WaitUntilAtMostAsync(int count, CancellationToken cancellation)
    {
        while (Running() is var running && running.Length > count)
            await Task.WhenAny(running).WaitAsync(cancellation);
    }

    /// <summary>Waits for all. At the deadline asks those that are left to end, and soon after that waits no more.</summary>
    /// <returns>False when some go on.</returns>
    public async Task<bool> DrainAsync(CancellationToken deadline)
    {
        var all = Task.WhenAll(Running());
        await Task.WhenAny(all, Task.Delay(Timeout.InfiniteTimeSpan, time, deadline));
        await _cancelled.CancelAsync();
        return await Task.WhenAny(all, Task.Delay(LastChance, time, CancellationToken.None)) == all;
    }

    public void Dispose() => _cancelled.Dispose();

    private Task[] Running()
    {
        lock (_lock)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            return [.. _running];
        }
    }
}
