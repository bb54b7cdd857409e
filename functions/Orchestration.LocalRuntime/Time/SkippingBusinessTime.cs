namespace Orchestration.LocalRuntime.Time;

/// <summary>
/// A clock that stands still while work is going on, and jumps to the next moment that somebody waits for. Its moment is kept in the
/// store of the durable engine that it is opened with; a <see cref="TimeSkipper"/> makes it jump.
/// </summary>
public sealed class SkippingBusinessTime : BusinessTime, IWorkSource
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Waiter, (long Ticks, long Order)> _waiters = new();
    private readonly HashSet<HoldHandle> _holds = [];
    private long _now;
    private long _epoch;
    private bool _isBound;

    /// <param name="start">The moment at which a new store begins; a store that exists goes on where it was.</param>
    /// <param name="skipUntil">The clock never jumps beyond this moment; without one, it jumps as far as somebody waits.</param>
    public SkippingBusinessTime(DateTimeOffset start, DateTimeOffset? skipUntil = null)
    {
        Start = start;
        SkipUntil = skipUntil;
    }

    /// <summary>Raised when a hold ended or a wait began.</summary>
    internal event Action? Changed;

    /// <summary>The moment at which a new store begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The clock never jumps beyond this moment.</summary>
    public DateTimeOffset? SkipUntil { get; }

    public override bool Skips => true;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The reasons of the holds that keep time from skipping.</summary>
    public IReadOnlyList<string> HoldReasons
    {
        get
        {
            lock (_gate)
            {
                return [.. _holds.Select(hold => hold.Reason).Order(StringComparer.Ordinal)];
            }
        }
    }

    string IWorkSource.Name => "holds";

    long IWorkSource.Epoch => Interlocked.Read(ref _epoch);

    bool IWorkSource.IsBusy
    {
        get
        {
            lock (_gate)
            {
                return _holds.Count > 0;
            }
        }
    }

    /// <exception cref="InvalidOperationException">No durable engine was opened with this clock yet.</exception>
    public override DateTimeOffset GetUtcNow() => _isBound
        ? new DateTimeOffset(Interlocked.Read(ref _now), TimeSpan.Zero)
        : throw new InvalidOperationException("Business time is kept in the durable engine's store: open the engine first.");

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <exception cref="NotSupportedException">Always.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException(
            "Business time stands still and jumps: a system timer on it would never fire. Use a durable timer, or WaitUntilAsync.");

    public override IDisposable Hold(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        lock (_gate)
        {
            return Add(reason);
        }
    }

    public override Task<IDisposable> WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<IDisposable>(cancellation);
        }

        Waiter waiter;
        lock (_gate)
        {
            var reason = $"woken for {moment:u}";
            if (moment <= GetUtcNow())
            {
                return Task.FromResult<IDisposable>(Add(reason));
            }

            waiter = new Waiter(reason);
            _waiters.Enqueue(waiter, (moment.UtcTicks, Interlocked.Increment(ref _epoch)));
        }

        waiter.CancelWith(() => Interlocked.Increment(ref _epoch), cancellation);
        Changed?.Invoke();
        return waiter.Task;
    }

    Task<bool> IWorkSource.HasWaitingWorkAsync(CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Gives the clock its moment, from the store.</summary>
    internal void Bind(DateTimeOffset now)
    {
        Interlocked.Exchange(ref _now, now.UtcTicks);
        _isBound = true;
    }

    /// <summary>The moment of the first wait that was not cancelled.</summary>
    internal DateTimeOffset? NextWait()
    {
        lock (_gate)
        {
            while (_waiters.TryPeek(out var waiter, out var moment))
            {
                if (!waiter.Task.IsCompleted)
                {
                    return new DateTimeOffset(moment.Ticks, TimeSpan.Zero);
                }

                _waiters.Dequeue();
            }

            return null;
        }
    }

    /// <summary>
    /// Moves the clock, unless something keeps it. Meanwhile no hold begins: it begins before, and keeps the clock, or after.
    /// </summary>
    /// <param name="to">The moment to jump to.</param>
    /// <param name="isQuiet">The last look at everybody else.</param>
    /// <param name="persist">Stores the moment. When it throws, the clock does not move.</param>
    /// <returns>True when the clock moved.</returns>
    internal bool TryMove(DateTimeOffset to, Func<bool> isQuiet, Action persist)
    {
        lock (_gate)
        {
            if (_holds.Count > 0 || to <= GetUtcNow() || !isQuiet())
            {
                return false;
            }

            persist();
            Interlocked.Exchange(ref _now, to.UtcTicks);
            while (_waiters.TryPeek(out var waiter, out var moment) && moment.Ticks <= to.UtcTicks)
            {
                _waiters.Dequeue();
                Wake(waiter);
            }

            return true;
        }
    }

    private void Wake(Waiter waiter)
    {
        var hold = Add(waiter.Reason);
        if (!waiter.TrySetResult(hold))
        {
            _holds.Remove(hold);
        }
    }

    private HoldHandle Add(string reason)
    {
        Interlocked.Increment(ref _epoch);
        var hold = new HoldHandle(this, reason);
        _holds.Add(hold);
        return hold;
    }

    private void Remove(HoldHandle hold)
    {
        lock (_gate)
        {
            if (!_holds.Remove(hold))
            {
                return;
            }
        }

        Changed?.Invoke();
    }

    private sealed class HoldHandle(SkippingBusinessTime time, string reason) : IDisposable
    {
        public string Reason => reason;

        public void Dispose() => time.Remove(this);
    }

    private sealed class Waiter(string reason) : TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private CancellationTokenRegistration _registration;

        public string Reason => reason;

        /// <param name="cancelled">Called before the wait is cancelled: a jump that was to end it must look again.</param>
        /// <param name="cancellation">Cancels the wait.</param>
        public void CancelWith(Action cancelled, CancellationToken cancellation)
        {
            _registration = cancellation.UnsafeRegister(
                _ =>
                {
                    cancelled();
                    TrySetCanceled(cancellation);
                },
                null);
            Task.ContinueWith(_ => _registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
