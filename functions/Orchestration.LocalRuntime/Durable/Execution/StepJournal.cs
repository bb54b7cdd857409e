using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>The steps of one generation: their numbers, those that this turn decided, those whose result is awaited.</summary>
internal sealed class StepJournal
{
    private readonly Dictionary<int, OpenStep> _open = [];
    private List<Decision> _decided = [];
    private HashSet<int> _cancelledTimers = [];
    private int _next;

    public bool HasOpenSteps => _open.Count > 0;

    /// <summary>Decides a step that has a result.</summary>
    public Task<Payload> Open(string name, Func<int, Decision> decide)
    {
        var task = _next++;
        _decided.Add(decide(task));
        var open = new OpenStep(name);
        _open.Add(task, open);
        return open.Task;
    }

    /// <summary>Decides a step that nobody awaits.</summary>
    public void Add(Func<int, Decision> decide) => _decided.Add(decide(_next++));

    /// <summary>Decides a timer.</summary>
    public Task OpenTimer(DateTimeOffset fireAt, Action verify, CancellationToken cancellation)
    {
        var task = _next;
        var fired = Open("timer", number => new TimerCreated(number, fireAt));
        _open[task].Cancellation = cancellation.UnsafeRegister(
            _ =>
            {
                verify();
                CancelTimer(task, cancellation);
            },
            null);
        return fired;
    }

    public void Succeed(int task, Payload output)
    {
        if (_open.Remove(task, out var step))
        {
            step.Cancellation.Dispose();
            step.SetResult(output);
        }
    }

    public void Fail(int task, Failure failure)
    {
        if (_open.Remove(task, out var step))
        {
            step.SetException(new TaskFailedException(step.Name, task, failure.ToDetails()));
        }
    }

    /// <summary>Hands over what was decided and cancelled since the last call.</summary>
    public (List<Decision> Decided, HashSet<int> CancelledTimers) Take()
    {
        var taken = (_decided, _cancelledTimers);
        _decided = [];
        _cancelledTimers = [];
        return taken;
    }

    private void CancelTimer(int task, CancellationToken cancellation)
    {
        if (_open.Remove(task, out var step))
        {
            _cancelledTimers.Add(task);
            step.SetCanceled(cancellation);
        }
    }

    private sealed class OpenStep(string name) : TaskCompletionSource<Payload>
    {
        public string Name => name;

        public CancellationTokenRegistration Cancellation { get; set; }
    }
}
