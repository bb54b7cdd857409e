using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class TimerTests
{
    [Theory, BothModes]
    public async Task CreateTimer_Delay_FiresAtItsMomentOfBusinessTime(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                var begin = context.CurrentUtcDateTime;
                await context.CreateTimer(TimeSpan.FromHours(30), CancellationToken.None);
                return context.CurrentUtcDateTime - begin;
            }));

        Assert.Equal(TimeSpan.FromHours(30), await engine.RunAsync<TimeSpan>("Main"));
        Assert.Equal(TestEngine.Begin.AddHours(30), engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task CreateTimer_LongerThanThreeDays_IsSplit(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(7), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }));

        Assert.Equal(TestEngine.Begin.AddDays(7).UtcDateTime, await engine.RunAsync<DateTime>("Main", instanceId: "one"));
        Assert.Equal(
            new[] { 3, 6, 7 },
            (await engine.Client.GetOrchestrationHistoryAsync("one")).OfType<TimerCreatedEvent>()
                .Select(timer => (int)(timer.FireAt - TestEngine.Begin.UtcDateTime).TotalDays));
    }

    [Theory, BothModes]
    public async Task CreateTimer_InThePast_FiresAtOnce(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.CreateTimer(context.CurrentUtcDateTime.AddYears(-1), CancellationToken.None)));

        await engine.RunAsync<object>("Main");

        Assert.Equal(TestEngine.Begin, engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task CreateTimer_SeveralOrchestrations_FireInTheOrderOfTheirMoments(EngineMode mode)
    {
        var fired = new List<int>();
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Note", hours =>
            {
                lock (fired)
                {
                    fired.Add(hours);
                }

                return hours;
            });
            registry.Orchestrator("Main", async context =>
            {
                var hours = context.GetInput<int>();
                await context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
                await context.CallActivityAsync<int>("Note", hours);
            });
        });
        using (engine.Time.Hold("all are scheduled at the same moment"))
        {
            foreach (var hours in (int[])[5, 1, 4, 2, 3])
            {
                await engine.ScheduleAsync("Main", hours);
            }
        }

        await engine.SettleAsync();

        Assert.Equal([1, 2, 3, 4, 5], fired);
    }

    [Theory, BothModes]
    public async Task CreateTimer_Cancelled_ThrowsAndTimeDoesNotGoThere(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Work", value => value);
            registry.Orchestrator("Main", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
                await context.CallActivityAsync<int>("Work", 1);
                cancellation.Cancel();
                await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
                await context.WaitForExternalEvent<int>("never");
            });
        });

        await engine.ScheduleAsync("Main");
        await engine.SettleAsync();

        Assert.Equal(TestEngine.Begin, engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task CreateTimer_CancelledInItsOwnTurn_NeverEntersTheStore(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
                cancellation.Cancel();
                await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            }));

        await engine.RunAsync<object>("Main");
        await engine.SettleAsync();

        Assert.Equal(TestEngine.Begin.AddHours(1), engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task CreateTimer_TokenCancelledBefore_ThrowsAtOnce(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Work", value => value);
            registry.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(
                    () => context.CreateTimer(TimeSpan.FromDays(10), new CancellationToken(canceled: true)));
                return await context.CallActivityAsync<int>("Work", 3);
            });
        });

        Assert.Equal(3, await engine.RunAsync<int>("Main"));
        Assert.Equal(TestEngine.Begin, engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task CreateTimer_NeitherAwaitedNorCancelled_KeepsTheInstanceRunning(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromHours(6), CancellationToken.None);
                return Task.FromResult("done");
            }));
        OrchestrationMetadata? early;
        string id;
        using (engine.Time.Hold("look before the timer"))
        {
            id = await engine.ScheduleAsync("Main");
            early = await engine.Client.WaitForInstanceStartAsync(id);
        }

        var late = await engine.CompletionAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Running, early.RuntimeStatus);
        Assert.Equal("done", late.ReadOutputAs<string>());
        Assert.Equal(TestEngine.Begin.AddHours(6), late.LastUpdatedAt);
    }

    [Theory, BothModes]
    public async Task StartAt_InTheFuture_IsPendingUntilThen(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
                $"{context.CurrentUtcDateTime:u} {context.GetInput<string>()} {await context.WaitForExternalEvent<string>("early")}"));
        string id;
        using (engine.Time.Hold("look before the start"))
        {
            id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                "Main", "input", new StartOrchestrationOptions(StartAt: TestEngine.Begin.AddDays(2)));
            await engine.Client.RaiseEventAsync(id, "early", "event");
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus);
        }

        Assert.Equal("2027-03-03 08:00:00Z input event", (await engine.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, BothModes]
    public async Task StartAt_InThePast_StartsAtOnce(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => Task.FromResult(context.CurrentUtcDateTime)));

        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", new StartOrchestrationOptions(StartAt: TestEngine.Begin.AddDays(-2)));

        Assert.Equal(TestEngine.Begin.UtcDateTime, (await engine.CompletionAsync(id)).ReadOutputAs<DateTime>());
    }
}
