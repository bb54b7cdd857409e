using System.Diagnostics;

namespace Orchestration.Storage;

/// <summary>
/// A read that everybody shares who asked before it began: what each of them gets was read after they asked, and many checks at once cost one request.
/// </summary>
/// <param name="read">Asks the store.</param>
public sealed class SharedRead<T>(Func<CancellationToken, Task<T>> read)
{
    /// <summary>Between the beginnings of two reads, in system time: whoever asks meanwhile shares the second.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private Task<T>? _next;
    private long _began = -Stopwatch.Frequency;

    /// <param name="cancellation">Ends the wait, not the read: others wait for it too.</param>
    public Task<T> ReadAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            _next ??= Task.Run(BeginAsync, CancellationToken.None);
            return _next.WaitAsync(cancellation);
        }
    }

    private async Task<T> BeginAsync()
    {
        var wait = Apart - Stopwatch.GetElapsedTime(Interlocked.Read(ref _began));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait);
        lock (_gate)
        {
            // From here on nobody joins any more.
            _next = null;
            Interlocked.Exchange(ref _began, Stopwatch.GetTimestamp());
        }

        return await read(CancellationToken.None);
    }
}
