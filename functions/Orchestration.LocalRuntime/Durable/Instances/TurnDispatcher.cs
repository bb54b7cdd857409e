using System.Collections.Concurrent;

namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>Has turns run on the thread pool, so many at a time.</summary>
internal sealed class TurnDispatcher(int maxConcurrent, Action<InstanceSlot> run) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<InstanceSlot> _ready = new();
    private readonly ConcurrencyGate _gate = new(maxConcurrent);
    private volatile bool _isPaused = true;

    public void Enqueue(InstanceSlot slot)
    {
        _ready.Enqueue(slot);
        RunNext();
    }

    public void Start()
    {
        _isPaused = false;
        for (var i = 0; i < Math.Min(maxConcurrent, _ready.Count); i++)
        {
            RunNext();
        }
    }

    /// <summary>Begins no more turns.</summary>
    public void Stop() => _isPaused = true;

    /// <summary>One turn for each work item: the pool gives each a clean execution context.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (!_isPaused && _ready.TryDequeue(out var slot))
        {
            run(slot);
        }

        // Whoever adds a slot after this one left, and before the check, enters by itself; otherwise the check sees it.
        _gate.Leave();
        RunNext();
    }

    private void RunNext()
    {
        if (!_isPaused && !_ready.IsEmpty && _gate.TryEnter())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
