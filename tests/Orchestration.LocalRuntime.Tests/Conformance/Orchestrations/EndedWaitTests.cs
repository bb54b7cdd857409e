using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

/// <summary>Waits for external events that are cancelled or time out.</summary>
public class EndedWaitTests
{
    private const string Swallowed = "a wait that was given up takes the next event with it; the documentation says that the event is kept";

    [Theory, EveryEngine(OriginalDiffers = Swallowed)]
    public async Task Wait_AnotherWaitWasCancelled_ItDoesNotSwallowTheEvent(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var kept = context.WaitForExternalEvent<int>("number");
                var cancelled = context.WaitForExternalEvent<int>("number", cancellation.Token);
                cancellation.Cancel();
                await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled);
                return await kept;
            }));
        var id = await harness.ScheduleAsync("Main");

        await harness.Client.RaiseEventAsync(id, "number", 7);

        Assert.Equal(7, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task WaitWithTimeout_NoEvent_ThrowsAtTheTimeout(Engine engine)
    {
        var timeout = TimeSpan.FromSeconds(1);
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var begin = context.CurrentUtcDateTime;
                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<int>("never", timeout));
                return context.CurrentUtcDateTime - begin;
            }));

        Assert.True(await harness.RunAsync<TimeSpan>("Main") >= timeout);
    }

    [Theory, EveryEngine]
    public async Task WaitWithTimeout_EventInTime_GetsItAndLeavesNoTimerBehind(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                await context.WaitForExternalEvent<int>("go");
                return await context.WaitForExternalEvent<int>("number", TimeSpan.FromDays(1));
            }));
        var id = await harness.ScheduleAsync("Main");

        // Both are there when the wait begins: our business time finds no moment to skip.
        await harness.Client.RaiseEventAsync(id, "number", 5);
        await harness.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal(5, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, EveryEngine(OriginalDiffers = Swallowed)]
    public async Task WaitWithTimeout_EventAfterTheTimeout_IsKeptForTheNextWait(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<int>("number", TimeSpan.FromSeconds(1)));
                context.SetCustomStatus("timed out");
                await context.WaitForExternalEvent<int>("go");
                return await context.WaitForExternalEvent<int>("number");
            }));
        var id = await harness.ScheduleAsync("Main");
        await harness.ReachedAsync(id, "timed out");

        await harness.Client.RaiseEventAsync(id, "number", 3);
        await harness.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal(3, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }
}
