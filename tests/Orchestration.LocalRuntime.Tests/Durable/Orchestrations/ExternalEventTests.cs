using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class ExternalEventTests
{
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
}
