using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable;

namespace Orchestration.LocalRuntime.Time;

/// <summary>
/// Makes a skipping clock jump: when every source of work is quiet, and stays so through one look at what lies outside the process,
/// time goes to the next durable timer or wait, whichever comes first.
/// </summary>
public sealed class TimeSkipper : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private readonly SkippingBusinessTime _time;
    private readonly DurableEngine _engine;
    private readonly IDurableTimers _timers;
    private readonly QuietScan _scan;
    private readonly ILogger _logger;
    private readonly Signal _signal = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private List<TaskCompletionSource> _awaitingEnd = [];
    private Task _loop = Task.CompletedTask;
    private long _looks;
    private volatile string _obstacle = "the skipper is not started";

    /// <param name="time">The clock.</param>
    /// <param name="engine">The engine that the clock is kept in; it is a source of work by itself.</param>
    /// <param name="sources">The other sources of work.</param>
    /// <param name="logger">Gets each jump.</param>
    public TimeSkipper(SkippingBusinessTime time, DurableEngine engine, IEnumerable<IWorkSource> sources, ILogger<TimeSkipper> logger)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(engine);
        _time = time;
        _engine = engine;
        _timers = engine;
        _scan = new QuietScan([.. sources.Append(engine).Append(time).Distinct()]);
        _logger = logger;
        time.Changed += _signal.Set;
        engine.BecameQuiet += _signal.Set;
    }

    /// <summary>Why time does not move at this moment, for people who wonder.</summary>
    public string Obstacle => _obstacle;

    /// <summary>How many times it looked at the sources; each look follows what came before it.</summary>
    internal long Looks => Interlocked.Read(ref _looks);

    public void Start() => _loop = Task.Run(LoopAsync);

    /// <summary>Waits until all work is done and there is no moment left to jump to, within the clock's limit.</summary>
    public async Task WhenNothingIsLeftAsync(CancellationToken cancellation = default)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaitingEnd.Add(end);
        }

        _signal.Set();
        await end.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _loop;
        AwaitingEnd().ForEach(end => end.TrySetException(new ObjectDisposedException(nameof(TimeSkipper))));
        _time.Changed -= _signal.Set;
        _engine.BecameQuiet -= _signal.Set;
        _signal.Dispose();
        _stopping.Dispose();
    }

    private async Task LoopAsync()
    {
        var pause = ShortestPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                switch (await StepAsync())
                {
                    case Step.Jumped:
                        pause = ShortestPause;
                        break;
                    case Step.LookAgain when !await _signal.WaitAsync(pause, _stopping.Token):
                        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                        break;
                    case Step.LookAgain:
                        pause = ShortestPause;
                        break;
                    default:
                        await _signal.WaitAsync(Timeout.InfiniteTimeSpan, _stopping.Token);
                        pause = ShortestPause;
                        break;
                }
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException) when (_engine.IsStopped)
            {
                _obstacle = "the durable engine is stopped";
                return;
            }
            catch (Exception exception)
            {
                Report(exception);
                await _signal.WaitAsync(LongestPause, CancellationToken.None);
            }
        }
    }

    /// <summary>Logs a failure once, however often it comes again.</summary>
    private void Report(Exception exception)
    {
        var obstacle = $"a look at the sources of work failed: {exception.Message}";
        if (_obstacle != obstacle)
        {
            _obstacle = obstacle;
            _logger.LogWarning(exception, "A look at the sources of work failed; business time stands still until one succeeds.");
        }
    }

    private async Task<Step> StepAsync()
    {
        Interlocked.Increment(ref _looks);
        var awaitingEnd = AwaitingEnd();
        if (_scan.Busy() is { } busy)
        {
            _obstacle = busy;
            return Step.LookAgain;
        }

        var next = await NextMomentAsync();
        if (next is null && awaitingEnd.Count == 0)
        {
            return Step.Sleep;
        }

        var scanned = await _scan.RunAsync(_stopping.Token);
        if (scanned.Obstacle is not null)
        {
            _obstacle = scanned.Obstacle;
            return Step.LookAgain;
        }

        if (next is null)
        {
            End(awaitingEnd);
            return Step.Sleep;
        }

        return await JumpAsync(next.Value, scanned.Epoch);
    }

    private async Task<Step> JumpAsync(DateTimeOffset next, long epoch)
    {
        var from = _time.GetUtcNow();
        if (!await _timers.TryJumpAsync(next, () => _scan.IsStillQuiet(epoch)))
        {
            return Step.LookAgain;
        }

        _logger.LogDebug("Business time jumped from {From:u} to {To:u}.", from, next);
        return Step.Jumped;
    }

    /// <returns>The moment to jump to; null when there is none within the limit.</returns>
    private async Task<DateTimeOffset?> NextMomentAsync()
    {
        var (timer, wait) = (await _timers.NextTimerAsync(), _time.NextWait());
        var next = timer < wait || wait is null ? timer : wait;
        if (next is null)
        {
            _obstacle = "nobody waits for a moment";
            return null;
        }

        if (next > _time.SkipUntil)
        {
            _obstacle = $"the next moment, {next:u}, lies beyond the limit, {_time.SkipUntil:u}";
            return null;
        }

        return next;
    }

    private List<TaskCompletionSource> AwaitingEnd()
    {
        lock (_gate)
        {
            return [.. _awaitingEnd];
        }
    }

    private void End(List<TaskCompletionSource> ended)
    {
        lock (_gate)
        {
            _awaitingEnd = [.. _awaitingEnd.Except(ended)];
        }

        ended.ForEach(end => end.TrySetResult());
    }

    private enum Step
    {
        Jumped,

        /// <summary>Something goes on that may end without a signal.</summary>
        LookAgain,

        /// <summary>Nothing can happen before a signal comes.</summary>
        Sleep,
    }
}
