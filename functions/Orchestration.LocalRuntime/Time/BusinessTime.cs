namespace Orchestration.LocalRuntime.Time;

/// <summary>
/// The clock of orchestrations, durable timers and rules. In real time it is the system's clock. With skipping it stands still
/// while work is going on and jumps to the next moment that somebody waits for.
/// </summary>
public abstract class BusinessTime : TimeProvider
{
    /// <summary>True when this clock stands still and jumps.</summary>
    public abstract bool Skips { get; }

    /// <summary>Keeps time from skipping until the returned hold is disposed.</summary>
    /// <param name="reason">Shown when somebody asks why time does not move.</param>
    public abstract IDisposable Hold(string reason);

    /// <summary>
    /// Waits until business time reaches <paramref name="moment"/>. The hold that it returns was taken before the clock could
    /// move on, so that the caller acts at that moment and not later; dispose it when done.
    /// </summary>
    public abstract Task<IDisposable> WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellation);
}
