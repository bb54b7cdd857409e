using System.Collections.Concurrent;

namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>Has turns run on the thread pool, so many at a time.</summary>
internal sealed class TurnDispatcher(int maxConcurrent, Action<InstanceSlot> run) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<InstanceSlot> _ready = new();
    private readonly ConcurrencyGate _gate = new(maxConcurrent);
    private volatile bool _isStarted;
    private volatile bool _isStopped;

    public bool IsStopped => _isStopped;

    private bool MayRun => _isStarted && !_isStopped;

    public void Enqueue(InstanceSlot slot)
    {
        _ready.Enqueue(slot);
        RunNext();
    }

    public void Start()
    {
        _isStarted = true;
        for (var i = 0; i < Math.Min(maxConcurrent, _ready.Count); i++)
        {
            RunNext();
        }
    }

    /// <summary>Begins no more turns.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>One turn for each work item: the pool gives each a clean execution context.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (MayRun && _ready.TryDequeue(out var slot))
        {
            run(slot);
        }

        // Whoever adds a slot after this one left, and before the check, enters by itself; otherwise the check sees it.
        _gate.Leave();
        RunNext();
    }

    private void RunNext()
    {
        if (MayRun && !_ready.IsEmpty && _gate.TryEnter())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
