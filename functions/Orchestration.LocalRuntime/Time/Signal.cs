namespace Orchestration.LocalRuntime.Time;

/// <summary>Wakes one waiter; a signal that comes when nobody waits wakes the next one.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);
    private readonly Lock _gate = new();
    private bool _isDisposed;

    public void Set()
    {
        lock (_gate)
        {
            if (!_isDisposed && _semaphore.CurrentCount == 0)
            {
                _semaphore.Release();
            }
        }
    }

    /// <returns>True when the signal came before the time was over.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _semaphore.WaitAsync(atMost, cancellation);

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _semaphore.Dispose();
        }
    }
}
