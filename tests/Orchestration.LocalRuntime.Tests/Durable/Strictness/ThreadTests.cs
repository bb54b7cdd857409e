using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Strictness;

public class ThreadTests
{
    [Theory, BothModes]
    public Task Await_TaskDelay_Fails(EngineMode mode) =>
        AssertFailsAsync(mode, "awaits something that is not durable", async _ => await Task.Delay(TimeSpan.FromMinutes(1)));

    [Theory, BothModes]
    public Task Await_TaskThatNeverCompletes_Fails(EngineMode mode) =>
        AssertFailsAsync(mode, "awaits something that is not durable", _ => new TaskCompletionSource().Task);

    [Theory, BothModes]
    public async Task Await_ForeignTaskBesideADurableOne_FailsWhenItCompletes(EngineMode mode)
    {
        var foreign = new TaskCompletionSource();
        await using var engine = await TestEngine.StartAsync(mode, registry => registry.Orchestrator("Main", async context =>
        {
            await Task.WhenAny(context.WaitForExternalEvent<int>("never"), foreign.Task);
            await context.WaitForExternalEvent<int>("never");
        }));
        var id = await engine.ScheduleAsync("Main");
        await engine.SettleAsync();

        foreign.SetResult();

        Assert.Contains(
            "awaited something that is not durable",
            (await engine.CompletionAsync(id)).FailureDetails!.ErrorMessage,
            StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public Task TaskRun_Awaited_Fails(EngineMode mode) => AssertFailsAsync(
        mode, "", async _ => await Task.Run(() => 1));

    [Theory, BothModes]
    public Task BlockingWait_OnOtherWork_Fails(EngineMode mode) => AssertFailsAsync(
        mode,
        "",
        _ =>
        {
#pragma warning disable xUnit1031 // This is what the test is about.
            return Task.FromResult(Task.Run(async () =>
            {
                await Task.Delay(1);
                return 1;
            }).Result);
#pragma warning restore xUnit1031
        });

    [Theory, BothModes]
    public Task TaskRun_CompletesBeforeTheNextStep_Fails(EngineMode mode) => AssertFailsAsync(
        mode,
        "started work on another thread",
        async context =>
        {
            using var ran = new ManualResetEventSlim();
            _ = Task.Run(ran.Set);
            while (!ran.IsSet)
            {
                Thread.SpinWait(100);
            }

            await context.CallActivityAsync<int>("Step", 1);
        });

    [Theory, BothModes]
    public Task ContextUsedOnAnotherThread_Fails(EngineMode mode) => AssertFailsAsync(
        mode, "", async context => await Task.Run(() => context.CallActivityAsync<int>("Step", 1)));

    [Theory, BothModes]
    public Task ConfigureAwaitFalse_OnForeignWork_Fails(EngineMode mode) => AssertFailsAsync(
        mode,
        "",
        async context =>
        {
            await Task.Run(() => 1).ConfigureAwait(false);
            await context.CallActivityAsync<int>("Step", 1);
        });

    [Theory, BothModes]
    public Task BlockingWait_OnADurableTask_Fails(EngineMode mode) => AssertFailsAsync(
        mode,
        "blocked its thread",
        context =>
        {
#pragma warning disable xUnit1031 // This is what the test is about.
            return Task.FromResult(context.CallActivityAsync<int>("Step", 1).Result);
#pragma warning restore xUnit1031
        });

    [Theory, BothModes]
    public Task BlockingWait_OnASemaphore_Fails(EngineMode mode) => AssertFailsAsync(
        mode,
        "blocked its thread",
        _ =>
        {
            using var semaphore = new SemaphoreSlim(0);
            semaphore.Wait();
            return Task.CompletedTask;
        });

    [Theory, BothModes]
    public Task BlockingWait_TheExceptionSwallowed_FailsAllTheSame(EngineMode mode) => AssertFailsAsync(
        mode,
        "blocked its thread",
        async context =>
        {
            try
            {
#pragma warning disable xUnit1031 // This is what the test is about.
                context.CallActivityAsync<int>("Step", 1).Wait();
#pragma warning restore xUnit1031
            }
            catch (InvalidOperationException)
            {
                await context.CallActivityAsync<int>("Step", 2);
            }
        });

    [Theory, BothModes]
    public async Task ContendedLock_IsNoBlockingWait(EngineMode mode)
    {
        var gate = new object();
        using var held = new SemaphoreSlim(0);
        using var wanted = new ManualResetEventSlim();
        await using var engine = await TestEngine.StartAsync(mode, registry => registry.Orchestrator("Main", _ =>
        {
            wanted.Set();
            lock (gate)
            {
                return Task.FromResult(1);
            }
        }));
        var holder = Task.Factory.StartNew(
            () =>
            {
                lock (gate)
                {
                    held.Release();
                    wanted.Wait();
                    Thread.SpinWait(2_000_000);
                }
            },
            TaskCreationOptions.LongRunning);
        await held.WaitAsync();

        Assert.Equal(1, await engine.RunAsync<int>("Main"));
        await holder;
    }

    [Theory, BothModes]
    public async Task LoggerThatWaitsAndStartsThreads_IsFine(EngineMode mode)
    {
        using var loggers = new ThreadedLoggers();
        await using var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.Activity<int, int>("Step", value => value);
                registry.Orchestrator("Main", async context =>
                {
                    context.CreateReplaySafeLogger("Mine").LogInformation("message");
                    return await context.CallActivityAsync<int>("Step", 1);
                });
            },
            loggers: loggers);

        Assert.Equal(1, await engine.RunAsync<int>("Main"));
    }

    [Theory, BothModes]
    public async Task TaskYieldAndOwnAsyncMethods_AreFine(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Step", value => value);
            registry.Orchestrator("Main", async context =>
            {
                await Task.Yield();
                var both = await Task.WhenAll(OwnAsync(context, 1), OwnAsync(context, 2));
                return both.Sum();
            });
        });

        Assert.Equal(3, await engine.RunAsync<int>("Main"));
    }

    [Fact]
    public async Task ManyOrchestrations_AtOnce_TakeNoMoreTurnsThanTheLimit()
    {
        const int Limit = 2;
        var (running, most) = (0, 0);
        await using var engine = await TestEngine.StartAsync(
            EngineMode.Live,
            registry => registry.Orchestrator("Main", _ =>
            {
                var now = Interlocked.Increment(ref running);
                most = Math.Max(most, now);
                Thread.SpinWait(100_000);
                Interlocked.Decrement(ref running);
                return Task.CompletedTask;
            }),
            options => options.MaxConcurrentOrchestrators = Limit);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => engine.RunAsync("Main")));

        Assert.InRange(most, 1, Limit);
    }

    private static async Task<int> OwnAsync(TaskOrchestrationContext context, int value)
    {
        await Task.CompletedTask;
        await Task.Yield();
        return await context.CallActivityAsync<int>("Step", value);
    }

    private static async Task AssertFailsAsync(EngineMode mode, string message, Func<TaskOrchestrationContext, Task> orchestrator)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Step", value => value);
            registry.Orchestrator("Main", orchestrator);
        });

        var failed = await engine.RunAsync("Main");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.True(failed.FailureDetails!.IsCausedBy<InvalidOperationException>(), failed.FailureDetails.ToString());
        Assert.Contains(message, failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Do such work in an activity.", failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    /// <summary>Hands each message to a thread of its own and waits for it, as providers with a queue may do.</summary>
    private sealed class ThreadedLoggers : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var writer = new Thread(() => formatter(state, exception));
            writer.Start();
            writer.Join();
        }

        public void Dispose()
        {
        }
    }
}
