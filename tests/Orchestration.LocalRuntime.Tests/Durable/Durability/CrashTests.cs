using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

public class CrashTests
{
    private const string Expected = "1+2+3 failed: no child: event 09:00";

    private readonly ConcurrentDictionary<int, int> _effects = new();

    /// <summary>Each commit of the orchestration below is the place of one death before it and of one after it.</summary>
    public static TheoryData<EngineMode, int> Points()
    {
        var points = new TheoryData<EngineMode, int>();
        foreach (var mode in (EngineMode[])[EngineMode.Live, EngineMode.Replayed])
        {
            for (var point = 0; point < 24; point++)
            {
                points.Add(mode, point);
            }
        }

        return points;
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Crash_AtAnyCommit_TheResultIsTheSame(EngineMode mode, int point)
    {
        var plan = new CrashPlan([point]);
        await using var engine = await TestEngine.StartAsync(mode, Register, plan.Configure);
        plan.Arm();

        await UntilItSucceedsAsync(engine, plan, () => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Everything", new StartOrchestrationOptions("one").WithDedupeStatuses(StartOrchestrationOptionsExtensions.ValidDedupeStatuses.ToArray())));
        var completion = await UntilItSucceedsAsync(engine, plan, () => engine.CompletionAsync("one"));

        Assert.Equal(1, plan.Deaths);
        Assert.Equal(Expected, completion.ReadOutputAs<string>());
        Assert.Equal(Enumerable.Range(1, 4), _effects.Keys.Order());
        Assert.All(_effects.Values, count => Assert.InRange(count, 1, 2));
    }

    [Theory, BothModes]
    public async Task Crash_AfterAnEventWasAcknowledged_TheEventIsThere(EngineMode mode)
    {
        const int Events = 20;
        await using var engine = await TestEngine.StartAsync(mode, registry => registry.Orchestrator("Count", async context =>
        {
            var sum = 0;
            for (var i = 0; i < Events; i++)
            {
                sum += await context.WaitForExternalEvent<int>("number");
            }

            return sum;
        }));
        await engine.ScheduleAsync("Count", instanceId: "one");

        for (var i = 0; i < Events; i++)
        {
            await engine.Client.RaiseEventAsync("one", "number", i);
            await engine.CrashAndReopenAsync();
        }

        Assert.Equal(Enumerable.Range(0, Events).Sum(), (await engine.CompletionAsync("one")).ReadOutputAs<int>());
    }

    [Theory, BothModes]
    public async Task Crash_AfterControlWasAcknowledged_ItHappens(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(
            mode, registry => registry.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go")));
        await engine.ScheduleAsync("Wait", instanceId: "one");
        await engine.CrashAndReopenAsync();

        await engine.Client.SuspendInstanceAsync("one");
        await engine.CrashAndReopenAsync();
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Client.GetInstanceAsync("one"))!.RuntimeStatus);

        await engine.Client.RaiseEventAsync("one", "go", 7);
        await engine.CrashAndReopenAsync();
        await engine.Client.ResumeInstanceAsync("one");
        await engine.CrashAndReopenAsync();
        Assert.Equal(7, (await engine.CompletionAsync("one")).ReadOutputAs<int>());

        await engine.ScheduleAsync("Wait", instanceId: "two");
        await engine.Client.TerminateInstanceAsync("two");
        await engine.CrashAndReopenAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.CompletionAsync("two")).RuntimeStatus);
    }

    [Theory, BothModes]
    public async Task Crash_WhileAnActivityRuns_ItRunsAgain(EngineMode mode)
    {
        var runs = 0;
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.ActivityAsync<int, int>("Slow", async (value, _) =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    started.SetResult();
                    await release.Task;
                }

                return value + runs;
            });
            registry.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow", 10));
        });
        await engine.ScheduleAsync("Main", instanceId: "one");
        await started.Task.WaitAsync(TestEngine.Patience);

        await engine.CrashAndReopenAsync();
        release.SetResult();

        Assert.Equal(12, (await engine.CompletionAsync("one")).ReadOutputAs<int>());
    }

    [Theory, BothModes]
    public async Task Crash_ActivityOfATerminatedInstance_DoesNotRunAgain(EngineMode mode)
    {
        var runs = 0;
        var started = new TaskCompletionSource();
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.ActivityAsync<int, int>("Slow", async (value, cancellation) =>
            {
                Interlocked.Increment(ref runs);
                started.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return value;
            });
            registry.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow", 10));
        });
        await engine.ScheduleAsync("Main", instanceId: "one");
        await started.Task.WaitAsync(TestEngine.Patience);
        await engine.Client.TerminateInstanceAsync("one");
        await engine.CompletionAsync("one");

        await engine.CrashAndReopenAsync();
        await engine.SettleAsync();

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Crash_PendingStart_StartsAtItsMoment()
    {
        await using var engine = await TestEngine.StartAsync(
            EngineMode.Live, registry => registry.Orchestrator("Main", context => Task.FromResult($"{context.CurrentUtcDateTime:u} {context.GetInput<string>()}")));
        using (engine.Time.Hold("crash before the start"))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                "Main", "input", new StartOrchestrationOptions("one", TestEngine.Begin.AddDays(1)));
            await engine.CrashAsync();
        }

        await engine.OpenAsync();

        Assert.Equal("2027-03-02 08:00:00Z input", (await engine.CompletionAsync("one")).ReadOutputAs<string>());
    }

    private static async Task<T> UntilItSucceedsAsync<T>(TestEngine engine, CrashPlan plan, Func<Task<T>> action)
    {
        while (true)
        {
            var attempt = action();
            if (await Task.WhenAny(attempt, plan.Crashed) == attempt && attempt.IsCompletedSuccessfully)
            {
                return await attempt;
            }

            if (attempt.Exception?.InnerException is global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException)
            {
                return default!;
            }

            await plan.Crashed.WaitAsync(TestEngine.Patience);
            await engine.CrashAndReopenAsync();
            plan.Arm();
        }
    }

    private void Register(TaskRegistry registry)
    {
        registry.Activity<int, string>("Effect", number =>
        {
            _effects.AddOrUpdate(number, 1, (_, count) => count + 1);
            return number == 4 ? throw new InvalidDataException("no") : number.ToString(CultureInfo.InvariantCulture);
        });
        registry.Orchestrator("Child", async context =>
        {
            context.SendEvent(context.Parent!.InstanceId, "fromChild", "event");
            await context.CreateTimer(TimeSpan.FromMinutes(30), CancellationToken.None);
            return "child";
        });
        registry.Orchestrator("Everything", async context =>
        {
            if (context.GetInput<string>() is not { } sum)
            {
                var parts = await Task.WhenAll(Enumerable.Range(1, 3).Select(i => context.CallActivityAsync<string>("Effect", i)));
                context.ContinueAsNew(string.Join('+', parts));
                return "";
            }

            string failure;
            try
            {
                failure = await context.CallActivityAsync<string>("Effect", 4);
            }
            catch (TaskFailedException failed)
            {
                failure = $"failed: {failed.FailureDetails.ErrorMessage}";
            }

            var child = await context.CallSubOrchestratorAsync<string>("Child");
            await context.CreateTimer(TimeSpan.FromMinutes(30), CancellationToken.None);
            return $"{sum} {failure} {child}: {await context.WaitForExternalEvent<string>("fromChild")} {context.CurrentUtcDateTime:HH:mm}";
        });
    }
}
