using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

/// <summary>What becomes of external events from one generation to the next.</summary>
public class CarriedEventsTests
{
    [Theory, EveryEngine]
    public async Task ContinueAsNew_UnreadEvents_AreKept(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<bool, string>("Main", async (context, again) =>
            {
                if (again)
                {
                    return await context.WaitForExternalEvent<string>("a") + await context.WaitForExternalEvent<string>("B")
                        + await context.WaitForExternalEvent<string>("a");
                }

                await context.WaitForExternalEvent<int>("go");
                context.ContinueAsNew(true);
                return "";
            }));
        var id = await harness.ScheduleAsync("Main", false);

        foreach (var (name, payload) in (ValueTuple<string, string>[])[("A", "1"), ("b", "2"), ("a", "3")])
        {
            await harness.Client.RaiseEventAsync(id, name, payload);
        }

        await harness.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal("123", (await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, EveryEngine]
    public async Task ContinueAsNew_UnreadEventsNotWanted_AreDropped(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<bool, string>("Main", async (context, again) =>
            {
                if (again)
                {
                    context.SetCustomStatus("again");
                    return await context.WaitForExternalEvent<string>("a");
                }

                await context.WaitForExternalEvent<int>("go");
                context.ContinueAsNew(true, preserveUnprocessedEvents: false);
                return "";
            }));
        var id = await harness.ScheduleAsync("Main", false);
        await harness.Client.RaiseEventAsync(id, "a", "dropped");
        await harness.Client.RaiseEventAsync(id, "go", 0);
        await harness.ReachedAsync(id, "again");

        await harness.Client.RaiseEventAsync(id, "a", "heard");

        Assert.Equal("heard", (await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, EveryEngine]
    public async Task ContinueAsNew_ReadsOneEventPerGeneration_LosesNone(Engine engine)
    {
        const int Events = 30;
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<int[]?, int[]>("Main", async (context, seen) =>
            {
                int[] now = [.. seen ?? [], await context.WaitForExternalEvent<int>("number")];
                if (now.Length < Events)
                {
                    context.ContinueAsNew(now);
                }

                return now;
            }));
        var id = await harness.ScheduleAsync("Main");

        for (var i = 0; i < Events; i++)
        {
            await harness.Client.RaiseEventAsync(id, "number", i);
        }

        Assert.Equal(Enumerable.Range(0, Events), (await harness.CompletionAsync(id)).ReadOutputAs<int[]>());
    }

    [Theory, EveryEngine]
    public async Task ContinueAsNew_EventComesAfterItInTheSameStep_ReachesTheNextGeneration(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<bool, int>("Main", async (context, again) =>
            {
                var number = context.WaitForExternalEvent<int>("number");
                if (again)
                {
                    return await number;
                }

                var go = context.WaitForExternalEvent<int>("go");
                context.SetCustomStatus("listening");
                await go;
                context.ContinueAsNew(true);
                return 0;
            }));
        var id = await harness.ScheduleAsync("Main", false);
        await harness.ReachedAsync(id, "listening");

        // What comes while it is suspended is read in one step.
        await harness.Client.SuspendInstanceAsync(id);
        await harness.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        await harness.Client.RaiseEventAsync(id, "go", 0);
        await harness.Client.RaiseEventAsync(id, "number", 7);
        await harness.Client.ResumeInstanceAsync(id);

        Assert.Equal(7, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }
}
