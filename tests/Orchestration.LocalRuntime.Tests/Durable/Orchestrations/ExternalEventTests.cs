using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class ExternalEventTests
{
    [Theory, BothModes]
    public async Task Wait_EventInAnotherCase_GetsIt(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.WaitForExternalEvent<string>("Approval")));
        var id = await engine.ScheduleAsync("Main");

        await engine.Client.RaiseEventAsync(id, "APPROVAL", "yes");

        Assert.Equal("yes", (await engine.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, BothModes]
    public async Task Wait_EventsCameBefore_ReadsThemInTheirOrder(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                await context.WaitForExternalEvent<int>("go");
                return new[]
                {
                    await context.WaitForExternalEvent<int>("number"),
                    await context.WaitForExternalEvent<int>("number"),
                    await context.WaitForExternalEvent<int>("number"),
                };
            }));
        var id = await engine.ScheduleAsync("Main");

        foreach (var number in (int[])[1, 2, 3])
        {
            await engine.Client.RaiseEventAsync(id, "number", number);
        }

        await engine.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal(new[] { 1, 2, 3 }, (await engine.CompletionAsync(id)).ReadOutputAs<int[]>());
    }

    [Theory, BothModes]
    public async Task Wait_SeveralForOneName_EachEventCompletesTheMostRecentOne(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                var (first, second) = (context.WaitForExternalEvent<int>("number"), context.WaitForExternalEvent<int>("number"));
                return new[] { await second, await first };
            }));
        var id = await engine.ScheduleAsync("Main");
        await engine.Client.WaitForInstanceStartAsync(id);

        await engine.Client.RaiseEventAsync(id, "number", 1);
        await engine.Client.RaiseEventAsync(id, "number", 2);

        Assert.Equal(new[] { 1, 2 }, (await engine.CompletionAsync(id)).ReadOutputAs<int[]>());
    }

    [Theory, BothModes]
    public async Task Wait_AnotherWaitWasCancelled_ItDoesNotSwallowTheEvent(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var kept = context.WaitForExternalEvent<int>("number");
                var cancelled = context.WaitForExternalEvent<int>("number", cancellation.Token);
                cancellation.Cancel();
                await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled);
                return await kept;
            }));
        var id = await engine.ScheduleAsync("Main");
        await engine.Client.WaitForInstanceStartAsync(id);

        await engine.Client.RaiseEventAsync(id, "number", 7);

        Assert.Equal(7, (await engine.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, BothModes]
    public async Task WaitWithTimeout_NoEvent_ThrowsAtTheTimeout(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(
                    () => context.WaitForExternalEvent<int>("never", TimeSpan.FromDays(10)));
                return context.CurrentUtcDateTime;
            }));

        Assert.Equal(TestEngine.Begin.AddDays(10).UtcDateTime, await engine.RunAsync<DateTime>("Main"));
    }

    [Theory, BothModes]
    public async Task WaitWithTimeout_Event_CleansItsTimer(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.WaitForExternalEvent<int>("number", TimeSpan.FromDays(10))));
        string id;
        using (engine.Time.Hold("the event comes in time"))
        {
            id = await engine.ScheduleAsync("Main");
            await engine.Client.WaitForInstanceStartAsync(id);
            await engine.Client.RaiseEventAsync(id, "number", 5);
        }

        Assert.Equal(5, (await engine.CompletionAsync(id)).ReadOutputAs<int>());
        await engine.SettleAsync();
        Assert.Equal(TestEngine.Begin, engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task WaitWithTimeout_EventAfterTheTimeout_IsKeptForTheNextWait(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<int>("number", TimeSpan.FromHours(1)));
                context.SetCustomStatus("timed out");
                await context.WaitForExternalEvent<int>("go");
                return await context.WaitForExternalEvent<int>("number", TimeSpan.FromHours(1));
            }));
        var id = await engine.ScheduleAsync("Main");
        await engine.SettleAsync();

        await engine.Client.RaiseEventAsync(id, "number", 3);
        await engine.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal(3, (await engine.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, BothModes]
    public async Task Wait_TypesDisagree_Throws(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                _ = context.WaitForExternalEvent<int>("number");
                await context.WaitForExternalEvent<string>("number");
            }));

        Assert.True((await engine.RunAsync("Main")).FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Theory, BothModes]
    public async Task Wait_PayloadOfAnotherShape_FailsTheWaitNamingTypeAndPath(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.WaitForExternalEvent<int[]>("numbers")));
        var id = await engine.ScheduleAsync("Main");

        await engine.Client.RaiseEventAsync(id, "numbers", new object[] { 1, "two" });

        Assert.StartsWith(
            "The payload of event 'numbers' is not a System.Int32[]: at $[1]:",
            (await engine.CompletionAsync(id)).FailureDetails!.ErrorMessage,
            StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Wait_TypeThatCannotBeRead_FailsTheWait(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.WaitForExternalEvent<IDisposable>("any")));
        var id = await engine.ScheduleAsync("Main");

        await engine.Client.RaiseEventAsync(id, "any", new { a = 1 });

        Assert.True((await engine.CompletionAsync(id)).FailureDetails!.IsCausedBy<NotSupportedException>());
    }

    [Theory, BothModes]
    public async Task Raise_MissingOrFinishedInstance_IsDroppedInSilence(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", _ => Task.FromResult(1)));
        await engine.RunAsync<int>("Main", instanceId: "finished");

        await engine.Client.RaiseEventAsync("missing", "any", 1);
        await engine.Client.RaiseEventAsync("finished", "any", 1);

        await engine.SettleAsync();
        Assert.Null(await engine.Client.GetInstanceAsync("missing"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.Client.GetInstanceAsync("finished"))!.RuntimeStatus);
    }

    [Theory, BothModes]
    public async Task SendEvent_ToAnotherInstance_ReachesIt(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("hello"));
            registry.Orchestrator("Sender", context =>
            {
                context.SendEvent("receiver", "hello", $"from {context.InstanceId}");
                context.SendEvent("missing", "hello", "nobody");
                return Task.CompletedTask;
            });
        });
        await engine.ScheduleAsync("Receiver", instanceId: "receiver");

        await engine.RunAsync<object>("Sender", instanceId: "sender");

        Assert.Equal("from sender", (await engine.CompletionAsync("receiver")).ReadOutputAs<string>());
    }

    [Theory, BothModes]
    public async Task SendEvent_BackAndForth_AlternatesManyTimes(EngineMode mode)
    {
        const int Rounds = 50;
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Player", async context =>
            {
                var ball = 0;
                for (var i = 0; i < Rounds; i++)
                {
                    ball = await context.WaitForExternalEvent<int>("ball") + 1;
                    context.SendEvent(context.GetInput<string>()!, "ball", ball);
                }

                return ball;
            }));
        await engine.ScheduleAsync("Player", "b", "a");
        await engine.ScheduleAsync("Player", "a", "b");

        await engine.Client.RaiseEventAsync("a", "ball", 0);

        Assert.Equal((2 * Rounds) - 1, (await engine.CompletionAsync("a")).ReadOutputAs<int>());
        Assert.Equal(2 * Rounds, (await engine.CompletionAsync("b")).ReadOutputAs<int>());
    }
}
