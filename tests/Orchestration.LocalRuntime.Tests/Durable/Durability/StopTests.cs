using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

public class StopTests
{
    private readonly TaskCompletionSource _started = new();
    private readonly TaskCompletionSource _release = new();
    private int _runs;

    [Theory, BothModes]
    public async Task Stop_ActivityRuns_WaitsAndStoresItsResult(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, Register);
        await engine.ScheduleAsync("Main", instanceId: "one");
        await _started.Task.WaitAsync(TestEngine.Patience);

        var stopping = engine.Engine.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        _release.SetResult();
        await stopping.WaitAsync(TestEngine.Patience);
        await engine.CrashAndReopenAsync();

        Assert.Equal(2, (await engine.CompletionAsync("one")).ReadOutputAs<int>());
        Assert.Equal(2, _runs);
    }

    [Theory, BothModes]
    public async Task Stop_ActivityOutlastsTheDeadline_IsCancelledAndRunsAgain(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, Register, options => options.DrainTimeout = TimeSpan.FromMilliseconds(10));
        await engine.ScheduleAsync("Main", instanceId: "one");
        await _started.Task.WaitAsync(TestEngine.Patience);

        await engine.Engine.StopAsync(CancellationToken.None).WaitAsync(TestEngine.Patience);
        _release.SetResult();
        await engine.CrashAndReopenAsync();

        Assert.Equal(2, (await engine.CompletionAsync("one")).ReadOutputAs<int>());
        Assert.Equal(3, _runs);
    }

    [Fact]
    public async Task Stop_Cancelled_EndsTheWait()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, Register);
        await engine.ScheduleAsync("Main", instanceId: "one");
        await _started.Task.WaitAsync(TestEngine.Patience);
        using var cancellation = new CancellationTokenSource();

        var stopping = engine.Engine.StopAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await stopping.WaitAsync(TestEngine.Patience);
    }

    [Fact]
    public async Task Stop_BeforeTheStart_DoesNotWaitForWhatWasScheduled()
    {
        using var folder = new TempFolder();
        await using var engine = await DurableEngine.OpenAsync(
            new DurableEngineOptions { DataFolder = folder.Path, DrainTimeout = TimeSpan.FromHours(1) },
            new TaskRegistry(),
            new RealBusinessTime(),
            NullLoggerFactory.Instance);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main");

        await engine.StopAsync(CancellationToken.None).WaitAsync(TestEngine.Patience);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Stopped_Client_RefusesReadsAndWrites()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, Register);
        await engine.Engine.StopAsync(CancellationToken.None);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.ScheduleAsync("Main"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.Client.RaiseEventAsync("one", "any"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.Client.GetInstanceAsync("one"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.Client.GetAllInstancesAsync().CountAsync().AsTask());
    }

    [Fact]
    public async Task Stop_Twice_IsFine()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, Register);

        await engine.Engine.StopAsync(CancellationToken.None);
        await engine.Engine.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stop_OrchestrationThatNeverRests_DoesNotHang()
    {
        await using var engine = await TestEngine.StartAsync(
            EngineMode.Live,
            registry => registry.Orchestrator("Eternal", context =>
            {
                context.ContinueAsNew();
                return Task.CompletedTask;
            }),
            options => options.DrainTimeout = TimeSpan.FromMilliseconds(20));
        await engine.ScheduleAsync("Eternal", instanceId: "one");
        await engine.Client.WaitForInstanceStartAsync("one");

        await engine.Engine.StopAsync(CancellationToken.None).WaitAsync(TestEngine.Patience);

        await engine.CrashAndReopenAsync();
        await engine.Client.TerminateInstanceAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.CompletionAsync("one")).RuntimeStatus);
    }

    private void Register(TaskRegistry registry)
    {
        registry.ActivityAsync<int, int>("Slow", async (value, cancellation) =>
        {
            if (Interlocked.Increment(ref _runs) == 1)
            {
                _started.SetResult();
                await _release.Task.WaitAsync(cancellation);
            }

            return value + 1;
        });
        registry.Orchestrator("Main", async context =>
            await context.CallActivityAsync<int>("Slow", await context.CallActivityAsync<int>("Slow", 0)));
    }
}
