using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Client;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Durable;

/// <summary>
/// Durable Functions' engine in one process: orchestrations, their histories and timers in one SQLite store. What was acknowledged
/// survives a killed process; activities run at least once.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable, IWorkSource, IDurableTimers
{
    private readonly EngineParts _parts;
    private readonly ILogger _logger;
    private bool _isStarted;
    private volatile bool _isStopped;

    private DurableEngine(EngineParts parts, ILogger logger)
    {
        _parts = parts;
        _logger = logger;
        Client = new EngineClient(parts);

        // Until it is started, an engine has all its work before it.
        parts.Work.Begin();
    }

    internal bool IsStopped => _isStopped;

    internal event Action? BecameQuiet
    {
        add => _parts.Work.BecameQuiet += value;
        remove => _parts.Work.BecameQuiet -= value;
    }

    /// <summary>Starts, queries and steers orchestrations. Before <see cref="StartAsync"/>, what it schedules waits.</summary>
    public DurableTaskClient Client { get; }

    string IWorkSource.Name => "durable engine";

    long IWorkSource.Epoch => _parts.Work.Begun;

    bool IWorkSource.IsBusy => _parts.Work.IsBusy;

    /// <summary>Opens a store, or makes it.</summary>
    /// <param name="options">How the engine runs.</param>
    /// <param name="registry">The orchestrators and activities.</param>
    /// <param name="time">
    /// <see cref="RealBusinessTime"/>, or a <see cref="SkippingBusinessTime"/>, which the store then keeps. A store stays with one kind.
    /// </param>
    /// <param name="loggers">Gets the engine's messages and those of orchestrators.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store cannot be used; the message says why and what helps.</exception>
    public static async Task<DurableEngine> OpenAsync(
        DurableEngineOptions options,
        TaskRegistry registry,
        BusinessTime time,
        ILoggerFactory loggers,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(loggers);
        options.Validate();
        var logger = loggers.CreateLogger<DurableEngine>();
        var store = await Task.Run(() => OpenedStore.Open(options, time, logger), cancellation);
        var parts = new EngineParts(options, registry, time, loggers, store);
        try
        {
            await parts.LoadAsync();
            return new DurableEngine(parts, logger);
        }
        catch
        {
            parts.Kill();
            throw;
        }
    }

    /// <summary>Begins to process: first what a previous run left undone.</summary>
    public Task StartAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isStopped, this);
        if (_isStarted)
        {
            throw new InvalidOperationException("The durable engine is started already.");
        }

        _isStarted = true;
        _parts.Start();
        _parts.Work.End();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Starts no more activities, waits for the running ones as long as <see cref="DurableEngineOptions.DrainTimeout"/>, commits
    /// what they led to and closes the store. What is left goes on at the next start.
    /// </summary>
    /// <param name="cancellation">Ends the wait for running activities.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        if (_isStarted)
        {
            await _parts.DrainAsync(cancellation);
        }

        _parts.Dispose();
        _logger.LogInformation("The durable engine is stopped.");
    }

    /// <summary>The history of an instance's present generation, as JSON for people and for <see cref="OrchestrationReplay"/>.</summary>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public Task<string> ExportHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Task.Run(() => HistoryExport.Write(_parts.Reader, _parts.Payloads, instanceId), cancellation);
    }

    /// <summary>Stops at once, as a killed process does, unless <see cref="StopAsync"/> came before.</summary>
    public ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            _parts.Kill();
        }

        return ValueTask.CompletedTask;
    }

    Task<bool> IWorkSource.HasWaitingWorkAsync(CancellationToken cancellation) => Task.FromResult(false);

    Task<DateTimeOffset?> IDurableTimers.NextTimerAsync() =>
        _parts.Writer.RunAsync(store => store.Timers.Next(_parts.Timers.DeliveredUntil));

    Task<bool> IDurableTimers.TryJumpAsync(DateTimeOffset to, Func<bool> isQuiet) => _parts.Writer.RunAsync(store =>
    {
        var moved = ((SkippingBusinessTime)_parts.Time).TryMove(to, isQuiet, () => store.InTransaction(() => StoredTime.Save(store.Meta, to)));
        if (moved)
        {
            _parts.Timers.Deliver(store, to);
        }

        return moved;
    });
}
