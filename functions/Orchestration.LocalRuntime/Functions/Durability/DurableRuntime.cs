using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Durability;

/// <summary>The durable engine of the app, with its orchestrator and activity functions, and its business time.</summary>
internal sealed class DurableRuntime(IServiceProvider services, BusinessTime time, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly Dictionary<string, object?> NoValues = [];

    private DurableEngine? _engine;
    private TimeSkipper? _skipper;

    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public DurableEngine Engine => _engine ?? throw new InvalidOperationException("The durable engine is there once the host has started.");

    /// <summary>Null in real time.</summary>
    public TimeSkipper? Skipper => _skipper;

    public static BusinessTime CreateTime(LocalRuntimeOptions options) => options.SkipTimeFrom is { } start
        ? new SkippingBusinessTime(start, options.SkipTimeUntil)
        : new RealBusinessTime(options.SystemTime);

    public async Task OpenAsync(CancellationToken cancellation)
    {
        var options = services.GetRequiredService<LocalRuntimeOptions>();
        var settings = services.GetRequiredService<HostSettings>();
        var engine = new DurableEngineOptions
        {
            DataFolder = options.DataFolder,
            HubName = settings.Durable.HubName,
            MaxConcurrentActivities = settings.Durable.MaxConcurrentActivities,
            MaxConcurrentOrchestrators = settings.Durable.MaxConcurrentOrchestrators,
            FunctionTimeout = settings.FunctionTimeout,
            EvictAfterEachStep = options.EvictAfterEachStep,
            Json = options.Json,
            SystemTime = options.SystemTime,
        };
        _engine = await DurableEngine.OpenAsync(engine, Registry(), time, loggers, cancellation);
    }

    public Task StartAsync(CancellationToken cancellation) => Engine.StartAsync(cancellation);

    /// <summary>Lets business time move, once every source of work is there to be asked.</summary>
    public void StartTime()
    {
        if (time is not SkippingBusinessTime skipping)
            return;
        _skipper = new TimeSkipper(skipping, Engine, services.GetServices<IWorkSource>(), loggers.CreateLogger<TimeSkipper>());
        _skipper.Start();
    }

    public async Task StopTimeAsync()
    {
        if (Interlocked.Exchange(ref _skipper, null) is { } skipper)
            await skipper.DisposeAsync();
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_engine is { } engine)
            await engine.StopAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await StopTimeAsync();
        if (_engine is { } engine)
            await engine.DisposeAsync();
    }

    private TaskRegistry Registry()
    {
        var registry = new TaskRegistry();
        var invoker = services.GetRequiredService<FunctionInvoker>();
        foreach (var function in services.GetRequiredService<FunctionAppFacts>().Functions)
        {
            switch (function.Trigger)
            {
                case OrchestratorFunctionTrigger orchestrator:
                    registry.AddOrchestrator(
                        orchestrator.Name,
                        context => invoker.RunUntimedAsync(function, context, NoValues, services: null, CancellationToken.None));
                    break;
                case ActivityFunctionTrigger activity:
                    registry.AddActivity(activity.Name, activity.InputType, call => RunAsync(invoker, function, call));
                    break;
            }
        }

        return registry;
    }

    // The engine watches the time of activities.
    private static Task<object?> RunAsync(FunctionInvoker invoker, IndexedFunction function, ActivityInvocation call)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = call.InstanceId };
        return invoker.RunUntimedAsync(function, call, values, services: null, call.Cancellation);
    }
}
