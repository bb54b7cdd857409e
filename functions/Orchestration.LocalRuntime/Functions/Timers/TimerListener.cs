using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Polling;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Timers;

/// <summary>
/// Runs a function on its schedule, in business time, one run at a time. Its wait is one of the clock's own, so that time never jumps over
/// a run; while one goes on, time stands still.
/// </summary>
internal sealed class TimerListener : ITriggerListener
{
    private readonly IndexedFunction _function;
    private readonly TimerFunctionTrigger _trigger;
    private readonly ListenerServices _services;
    private readonly BusinessTime _time;
    private readonly ILogger _logger;
    private readonly TimerStatusFile _file;
    private readonly RunningTasks _running;
    private readonly WorkCounter _work = new();
    private readonly CancellationTokenSource _stopping = new();

    public TimerListener(IndexedFunction function, BusinessTime time, ListenerServices services)
    {
        (_function, _time, _services) = (function, time, services);
        _trigger = (TimerFunctionTrigger)function.Trigger;
        _logger = services.LoggerOf(function);
        _file = new TimerStatusFile(services.Options.DataFolder, function.Name, _logger);
        _running = new RunningTasks(services.Options.SystemTime);
    }

    public string Name => $"timer {_function.Name}";

    public long Epoch => _work.Epoch;

    public bool IsBusy => _work.IsBusy;

    public void Start()
    {
        if (_time is SkippingBusinessTime { SkipUntil: null })
            _logger.LogWarning("{Function} runs again and again: business time skips without end; set SkipTimeUntil", _function.Name);

        // Taken here, before time can move: the loop has not asked for its first moment yet.
        var hold = _time.Hold($"{Name} starts");
        _running.Add(() => LoopAsync(hold));
    }

    public Task<bool> HasWaitingWorkAsync(CancellationToken cancellation) => Task.FromResult(false);

    public async Task StopAsync(CancellationToken deadline)
    {
        await _stopping.CancelAsync();
        if (!await _running.DrainAsync(deadline))
            _logger.LogWarning("{Function} ignores that the host stops", _function.Name);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _running.Dispose();
    }

    private async Task LoopAsync(IDisposable hold)
    {
        try
        {
            var monitors = _trigger.UseMonitor && !_trigger.Schedule.IsFrequent(_time.GetUtcNow());
            var start = TimerStart.Decide(_trigger.Schedule, monitors ? _file.Read() : null, _time.GetUtcNow());
            var status = start.Status;
            if (monitors)
                _file.Write(status);
            if (start.IsPastDue || _trigger.RunOnStartup)
                status = await RunAsync(status, monitors, start.IsPastDue);
            while (true)
            {
                // The next moment is asked for before the present one is let go: time cannot jump over it in between.
                var next = _time.WaitUntilAsync(new DateTimeOffset(status.Next, TimeSpan.Zero), _stopping.Token);
                hold.Dispose();
                hold = await next;
                status = await RunAsync(status, monitors, isPastDue: false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops; a run that it cut short is past due at the next start.
        }
        catch (Exception error)
        {
            _logger.LogCritical(error, "{Function} does not run any more", _function.Name);
        }
        finally
        {
            hold.Dispose();
        }
    }

    /// <returns>Where the schedule stands after the run, however it ended.</returns>
    private async Task<ScheduleStatus> RunAsync(ScheduleStatus status, bool monitors, bool isPastDue)
    {
        using var work = _work.Begin();
        var begin = _time.GetUtcNow();
        try
        {
            var info = new TimerInfo { ScheduleStatus = monitors ? status : null, IsPastDue = isPastDue };
            await _services.Invoker.RunAsync(_function, info, new Dictionary<string, object?>(), services: null, _running.Cancelled);
        }
        catch (OperationCanceledException) when (_running.Cancelled.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            _logger.LogError(error, "{Function} failed; its next run comes as planned", _function.Name);
        }

        var after = new ScheduleStatus { Last = begin.UtcDateTime, Next = _trigger.Schedule.Next(begin).UtcDateTime, LastUpdated = begin.UtcDateTime };
        if (monitors)
            _file.Write(after);
        return after;
    }
}
