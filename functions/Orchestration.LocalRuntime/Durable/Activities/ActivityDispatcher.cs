using System.Collections.Concurrent;
using Orchestration.LocalRuntime.Durable.Instances;

namespace Orchestration.LocalRuntime.Durable.Activities;

/// <summary>Runs activities in the order in which they were called, so many at a time, and posts how they ended.</summary>
internal sealed class ActivityDispatcher(
    ActivityRunner runner, InstanceTable instances, WorkGauge work, int maxConcurrent) : IDisposable
{
    private readonly ConcurrentQueue<ActivityWork> _ready = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WorkGauge _running = new();
    private readonly ConcurrencyGate _gate = new(maxConcurrent);
    private volatile bool _isPaused = true;

    public void Enqueue(ActivityWork activity)
    {
        work.Begin();
        _ready.Enqueue(activity);
        Next();
    }

    public void Start()
    {
        _isPaused = false;
        Next();
    }

    /// <summary>Starts no more activities, and waits for those that run.</summary>
    /// <param name="cancellation">Ends the wait: what still runs is cancelled, and left behind.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        _isPaused = true;
        try
        {
            await _running.WhenQuietAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await _stopping.CancelAsync();
        }
    }

    public void Dispose()
    {
        _isPaused = true;
        _stopping.Cancel();
    }

    private void Next()
    {
        while (!_isPaused && !_ready.IsEmpty && _gate.TryEnter())
        {
            if (_ready.TryDequeue(out var activity))
            {
                _running.Begin();
                ThreadPool.UnsafeQueueUserWorkItem(state => _ = state.Self.RunAsync(state.Activity), (Self: this, Activity: activity), preferLocal: false);
            }
            else
            {
                _gate.Leave();
            }
        }
    }

    private async Task RunAsync(ActivityWork activity)
    {
        if (await runner.RunAsync(activity, _stopping.Token) is { } end)
        {
            instances.Post(activity.Instance, new Letter(end, LetterRow.Activity, activity.Row));
        }

        _gate.Leave();
        Next();
        _running.End();
        work.End();
    }
}
