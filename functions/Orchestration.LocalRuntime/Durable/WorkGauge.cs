namespace Orchestration.LocalRuntime.Durable;

/// <summary>Counts pieces of work under way. Each is begun before the one that leads to it ends, so that zero means quiet.</summary>
/// <param name="whole">Counts this gauge's pieces too.</param>
internal sealed class WorkGauge(WorkGauge? whole = null)
{
    private long _underWay;
    private long _begun;

    /// <summary>Raised each time the last piece of work ends, on its thread.</summary>
    public event Action? BecameQuiet;

    public bool IsBusy => Interlocked.Read(ref _underWay) > 0;

    public long Count => Interlocked.Read(ref _underWay);

    public long Begun => Interlocked.Read(ref _begun);

    /// <summary>Waits until nothing is under way.</summary>
    public async Task WhenQuietAsync(CancellationToken cancellation)
    {
        var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnQuiet() => quiet.TrySetResult();
        BecameQuiet += OnQuiet;
        try
        {
            if (IsBusy)
            {
                await quiet.Task.WaitAsync(cancellation);
            }
        }
        finally
        {
            BecameQuiet -= OnQuiet;
        }
    }

    public void Begin()
    {
        whole?.Begin();
        Interlocked.Increment(ref _underWay);
        Interlocked.Increment(ref _begun);
    }

    public void End()
    {
        if (Interlocked.Decrement(ref _underWay) == 0)
        {
            BecameQuiet?.Invoke();
        }

        whole?.End();
    }
}
