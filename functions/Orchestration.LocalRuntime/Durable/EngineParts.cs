using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Activities;
using Orchestration.LocalRuntime.Durable.Client;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.Instances;
using Orchestration.LocalRuntime.Durable.Payloads;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Durable.Timers;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Durable;

/// <summary>The parts of an open engine, and what follows from one to the other.</summary>
internal sealed class EngineParts : IStoreEffects, IDisposable
{
    private readonly OpenedStore _store;
    private readonly PayloadFiles _files;
    private readonly InstanceTable _instances;
    private readonly ActivityDispatcher _activities;
    private readonly WorkGauge _turns;
    private readonly ILogger _logger;

    public EngineParts(
        DurableEngineOptions options, TaskRegistry registry, BusinessTime time, ILoggerFactory loggers, OpenedStore store)
    {
        _store = store;
        _files = new PayloadFiles(store.Paths.Payloads);
        _turns = new WorkGauge(Work);
        _logger = loggers.CreateLogger<DurableEngine>();
        Options = options;
        Time = time;
        Payloads = new PayloadSerializer(options.Json, _files, options.LargePayloadBytes);
        Reader = new StoreReader(store.Paths);
        var services = new ExecutionServices(registry, Payloads, loggers, options.MaximumTimerInterval);
        var turnRunner = new TurnRunner(services, Reader, time, loggers.CreateLogger<TurnRunner>());
        _instances = new InstanceTable(turnRunner, Payloads, _turns, options, loggers.CreateLogger<InstanceTable>());
        var activityRunner = new ActivityRunner(registry, Payloads, options, loggers.CreateLogger<ActivityRunner>());
        _activities = new ActivityDispatcher(activityRunner, _instances, Work, options.MaxConcurrentActivities);
        Timers = new TimerPump(time, _instances, options.SystemTime, _logger);
        Writer = new StoreWriter(store.Session, this, Work);
        _instances.Attach(Writer);
    }

    /// <summary>All that is under way in the engine.</summary>
    public WorkGauge Work { get; } = new();

    public DurableEngineOptions Options { get; }

    public BusinessTime Time { get; }

    public PayloadSerializer Payloads { get; }

    public StoreReader Reader { get; }

    public StoreWriter Writer { get; }

    public TimerPump Timers { get; }

    public StatusWatch Watch { get; } = new();

    /// <summary>Takes up what a previous run left, before anything new comes in. None of it begins before the start.</summary>
    public Task LoadAsync() => Writer.RunAsync(store =>
    {
        foreach (var (instance, letter) in store.Messages.All())
        {
            _instances.Post(instance, letter);
        }

        foreach (var work in store.Activities.All())
        {
            _activities.Enqueue(work);
        }

        Timers.Start(store, Writer);
        return true;
    });

    public void Start()
    {
        _activities.Start();
        _instances.Start();
    }

    /// <summary>Ends the running activities and the turns that they lead to, as far as time allows.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Options.DrainTimeout, Options.SystemTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        await _activities.StopAsync(either.Token);
        try
        {
            await _turns.WhenQuietAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // What is not done by now goes on at the next start.
        }

        _instances.Stop();
    }

    /// <summary>Stops dead: what is not committed never happens.</summary>
    public void Kill()
    {
        _instances.Stop();
        Writer.Kill();
        Dispose();
    }

    /// <summary>Commits what waits to be, and closes the store.</summary>
    public void Dispose()
    {
        _instances.Stop();
        _activities.Dispose();
        Timers.Dispose();
        Writer.Dispose();
        Watch.Close();
        Reader.Dispose();
        _store.Dispose();
    }

    void IStoreEffects.Open(InstanceRow row) => _instances.Open(row);

    void IStoreEffects.Deliver(long instance, Letter letter) => _instances.Post(instance, letter);

    void IStoreEffects.Run(ActivityWork work) => _activities.Enqueue(work);

    void IStoreEffects.TimerCreated(long instance, Letter letter, DateTimeOffset fireAt) => Timers.Add(instance, letter, fireAt);

    void IStoreEffects.StatusChanged(string instanceId) => Watch.Changed(instanceId);

    void IStoreEffects.Close(long instance) => _instances.Close(instance);

    void IStoreEffects.DeleteFiles(IReadOnlyList<string> files)
    {
        try
        {
            _files.Delete(files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _logger.LogWarning(exception, "Payload files could not be deleted; the next start does it.");
        }
    }
}
