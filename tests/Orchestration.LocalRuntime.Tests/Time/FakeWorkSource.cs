using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Time;

/// <summary>A source of work that a test plays.</summary>
internal sealed class FakeWorkSource : IWorkSource
{
    private long _epoch;
    private bool _isBusy;

    public string Name => "fake queue";

    public long Epoch => Interlocked.Read(ref _epoch);

    public bool IsBusy
    {
        get
        {
            WhenAskedIfBusy?.Invoke();
            return _isBusy;
        }
    }

    public Action? WhenAskedIfBusy { get; set; }

    public int Looks { get; private set; }

    /// <summary>Answers the look outside; by default nothing waits there.</summary>
    public Func<Task<bool>> Look { get; set; } = () => Task.FromResult(false);

    public void Begin()
    {
        _isBusy = true;
        Interlocked.Increment(ref _epoch);
    }

    public void End() => _isBusy = false;

    public Task<bool> HasWaitingWorkAsync(CancellationToken cancellation)
    {
        Looks++;
        return Look();
    }
}
