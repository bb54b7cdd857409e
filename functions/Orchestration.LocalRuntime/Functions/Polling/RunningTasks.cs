namespace Orchestration.LocalRuntime.Functions.Polling;

/// <summary>The invocations of a listener that are under way.</summary>
internal sealed class RunningTasks : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _cancelled = new();

    /// <summary>Fires when the host can wait no longer.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Runs something that reports its own failures.</summary>
    public void Add(Func<Task> run)
    {
        var task = new Task<Task>(run);
        var whole = task.Unwrap();
        lock (_lock)
            _running.Add(whole);
        whole.ContinueWith(Remove, TaskScheduler.Default);
        task.Start(TaskScheduler.Default);
    }

    /// <summary>Waits until no more than a number are left.</summary>
    public async Task WaitUntilAtMostAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            Task[] running;
            lock (_lock)
                running = [.. _running];
            if (running.Length <= count)
                return;
            await Task.WhenAny(running).WaitAsync(cancellation);
            lock (_lock)
                _running.RemoveWhere(task => task.IsCompleted);
        }
    }

    /// <summary>Waits for all; at the deadline asks those that are left to end, and waits for them.</summary>
    public async Task DrainAsync(CancellationToken deadline)
    {
        await using var giveUp = deadline.Register(_cancelled.Cancel);
        await WaitUntilAtMostAsync(0, CancellationToken.None);
    }

    public void Dispose() => _cancelled.Dispose();

    private void Remove(Task task)
    {
        lock (_lock)
            _running.Remove(task);
    }
}
