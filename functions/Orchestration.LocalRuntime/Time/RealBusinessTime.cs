namespace Orchestration.LocalRuntime.Time;

/// <summary>The system's clock, but for one thing: it never goes back, whatever somebody does to the machine's clock.</summary>
public sealed class RealBusinessTime : BusinessTime
{
    // A delay of the system takes 49 days at most.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly TimeProvider _system;
    private long _latest;

    /// <param name="system">The clock to follow; the machine's by default.</param>
    public RealBusinessTime(TimeProvider? system = null) => _system = system ?? TimeProvider.System;

    public override bool Skips => false;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => _system.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = _system.GetUtcNow().UtcTicks;
        var latest = Volatile.Read(ref _latest);
        while (now > latest)
        {
            var before = Interlocked.CompareExchange(ref _latest, now, latest);
            if (before == latest)
            {
                return new DateTimeOffset(now, TimeSpan.Zero);
            }

            latest = before;
        }

        return new DateTimeOffset(latest, TimeSpan.Zero);
    }

    public override long GetTimestamp() => _system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Real time does not skip: the hold holds nothing.</summary>
    public override IDisposable Hold(string reason) => NoHold.Instance;

    public override async Task<IDisposable> WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (moment - GetUtcNow() is var remaining && remaining > TimeSpan.Zero)
        {
            await Task.Delay(remaining < LongestDelay ? remaining : LongestDelay, _system, cancellation);
        }

        return NoHold.Instance;
    }

    private sealed class NoHold : IDisposable
    {
        public static readonly NoHold Instance = new();

        public void Dispose()
        {
        }
    }
}
