using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>A durable engine on a store of its own, with business time that skips.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    /// <summary>Longer than any test takes; a test that hangs fails here.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>When business time begins.</summary>
    public static readonly DateTimeOffset Begin = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly TaskRegistry _registry = new();
    private readonly TempFolder _folder = new();
    private readonly Action<DurableEngineOptions>? _configure;
    private readonly ILoggerFactory _loggers;
    private readonly DateTimeOffset? _skipUntil;
    private readonly IReadOnlyList<IWorkSource> _sources;
    private TimeSkipper? _skipper;

    private TestEngine(
        EngineMode mode,
        Action<DurableEngineOptions>? configure,
        ILoggerFactory? loggers,
        DateTimeOffset? skipUntil,
        IReadOnlyList<IWorkSource>? sources)
    {
        Mode = mode;
        _configure = configure;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _skipUntil = skipUntil;
        _sources = sources ?? [];
    }

    public EngineMode Mode { get; }

    public DurableEngine Engine { get; private set; } = null!;

    public SkippingBusinessTime Time { get; private set; } = null!;

    public TimeSkipper Skipper => _skipper!;

    public DurableTaskClient Client => Engine.Client;

    public string DataFolder => _folder.Path;

    public static async Task<TestEngine> StartAsync(
        EngineMode mode,
        Action<TaskRegistry> register,
        Action<DurableEngineOptions>? configure = null,
        ILoggerFactory? loggers = null,
        DateTimeOffset? skipUntil = null,
        IReadOnlyList<IWorkSource>? sources = null)
    {
        var engine = new TestEngine(mode, configure, loggers, skipUntil, sources);
        register(engine._registry);
        await engine.OpenAsync();
        return engine;
    }

    /// <summary>Opens the store, again when it was closed, and begins to process.</summary>
    public async Task OpenAsync()
    {
        var options = new DurableEngineOptions { DataFolder = DataFolder, EvictAfterEachStep = Mode == EngineMode.Replayed };
        _configure?.Invoke(options);
        Time = new SkippingBusinessTime(Begin, _skipUntil);
        Engine = await DurableEngine.OpenAsync(options, _registry, Time, _loggers);
        await Engine.StartAsync(CancellationToken.None);
        _skipper = new TimeSkipper(Time, Engine, _sources, _loggers.CreateLogger<TimeSkipper>());
        _skipper.Start();
    }

    /// <summary>Ends the engine as a killed process ends.</summary>
    public async Task CrashAsync()
    {
        await Engine.DisposeAsync();
        await _skipper!.DisposeAsync();
    }

    /// <summary>Ends the engine as a killed process ends, and opens the store again.</summary>
    public async Task CrashAndReopenAsync()
    {
        await CrashAsync();
        await OpenAsync();
    }

    public async Task<T?> RunAsync<T>(string orchestrator, object? input = null, string? instanceId = null)
    {
        var metadata = await RunAsync(orchestrator, input, instanceId);
        Assert.True(metadata.RuntimeStatus == OrchestrationRuntimeStatus.Completed, metadata.ToString());
        return metadata.ReadOutputAs<T>();
    }

    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null, string? instanceId = null) =>
        await CompletionAsync(await ScheduleAsync(orchestrator, input, instanceId));

    public Task<string> ScheduleAsync(string orchestrator, object? input = null, string? instanceId = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId));

    public async Task<OrchestrationMetadata> CompletionAsync(string instanceId)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
    }

    /// <summary>Waits until nothing is left to do but for orchestrations that wait for events.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Skipper.WhenNothingIsLeftAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_skipper is not null)
        {
            await _skipper.DisposeAsync();
            await Engine.DisposeAsync();
        }

        _folder.Dispose();
    }
}
