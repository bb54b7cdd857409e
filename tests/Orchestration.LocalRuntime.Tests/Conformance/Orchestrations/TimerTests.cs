using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory, EveryEngine]
    public async Task CreateTimer_Delay_FiresAtItsMoment(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var begin = context.CurrentUtcDateTime;
                await context.CreateTimer(Second, CancellationToken.None);
                return context.CurrentUtcDateTime - begin;
            }));

        Assert.True(await harness.RunAsync<TimeSpan>("Main") >= Second);
    }

    [Theory, EveryEngine]
    public async Task CreateTimer_InThePast_FiresAtOnce(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddYears(-1), CancellationToken.None);
                return 1;
            }));

        Assert.Equal(1, await harness.RunAsync<int>("Main"));
    }

    [Theory, EveryEngine]
    public async Task CreateTimer_Several_FireInTheOrderOfTheirMoments(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var fired = new List<int>();
                await Task.WhenAll(((int[])[3, 1, 2]).Select(async number =>
                {
                    await context.CreateTimer(TimeSpan.FromMilliseconds(300 * number), CancellationToken.None);
                    fired.Add(number);
                }));
                return fired;
            }));

        Assert.Equal(new[] { 1, 2, 3 }, await harness.RunAsync<int[]>("Main"));
    }

    [Theory, EveryEngine]
    public async Task CreateTimer_Cancelled_ThrowsAndDoesNotKeepTheInstance(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Orchestrator("Main", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
                var work = context.CallActivityAsync<int>("Echo", 1);
                await Task.WhenAny(timer, work);
                cancellation.Cancel();
                await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
                return await work;
            });
        });

        Assert.Equal(1, await harness.RunAsync<int>("Main"));
    }

    [Theory, EveryEngine]
    public async Task CreateTimer_TokenCancelledBefore_Throws(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(
                    () => context.CreateTimer(TimeSpan.FromDays(1), new CancellationToken(canceled: true)));
                return await context.CallActivityAsync<int>("Echo", 3);
            });
        });

        Assert.Equal(3, await harness.RunAsync<int>("Main"));
    }

    [Theory, EveryEngine]
    public async Task CreateTimer_NeitherAwaitedNorCancelled_KeepsTheInstanceRunning(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context =>
            {
                var begin = context.CurrentUtcDateTime;
                _ = context.CreateTimer(begin + Second, CancellationToken.None);
                return Task.FromResult(begin);
            }));

        var completed = await harness.RunAsync("Main");

        Assert.True(completed.LastUpdatedAt.UtcDateTime >= completed.ReadOutputAs<DateTime>() + Second, completed.ToString());
    }

    [Theory, EveryEngine(OriginalDiffers = "the in-process host drops start times")]
    public async Task StartAt_InTheFuture_IsPendingUntilThen(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Orchestrator<DateTime, bool>("Main", (context, startAt) => Task.FromResult(context.CurrentUtcDateTime >= startAt));
            functions.Orchestrator("Now", context => Task.FromResult(context.CurrentUtcDateTime));
        });
        var startAt = (await harness.RunAsync<DateTime>("Now")).AddHours(2);

        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", startAt, new StartOrchestrationOptions(StartAt: new DateTimeOffset(startAt, TimeSpan.Zero)));

        Assert.True((await harness.CompletionAsync(id)).ReadOutputAs<bool>());
    }

    [Theory, EveryEngine]
    public async Task StartAt_InThePast_StartsAtOnce(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", _ => Task.FromResult(1)));

        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", new StartOrchestrationOptions(StartAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await harness.CompletionAsync(id)).RuntimeStatus);
    }
}
