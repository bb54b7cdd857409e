using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Durable.Storage;

namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>Kills an engine at chosen points: each number says how many more commits begin or end before the next death.</summary>
internal sealed class CrashPlan(IEnumerable<int> gaps)
{
    private readonly Queue<int> _gaps = new(gaps);
    private TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isArmed;
    private int _left;

    /// <summary>Completes when the engine has died.</summary>
    public Task Crashed => _crashed.Task;

    /// <summary>How often the engine has died.</summary>
    public int Deaths { get; private set; }

    public void Configure(DurableEngineOptions options) => options.Crash = Passes;

    /// <summary>Begins to count, in an engine that was just opened.</summary>
    public void Arm()
    {
        _crashed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _isArmed = _gaps.TryDequeue(out _left);
    }

    private bool Passes(CrashPoint point)
    {
        if (!_isArmed || _left-- > 0)
        {
            return false;
        }

        _isArmed = false;
        Deaths++;
        _crashed.SetResult();
        return true;
    }
}
