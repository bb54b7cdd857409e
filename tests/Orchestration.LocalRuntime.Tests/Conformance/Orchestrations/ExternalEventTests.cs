using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class ExternalEventTests
{
    [Theory, EveryEngine]
    public async Task Wait_EventInAnotherCase_GetsIt(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context => context.WaitForExternalEvent<string>("Approval")));
        var id = await harness.ScheduleAsync("Main");

        await harness.Client.RaiseEventAsync(id, "APPROVAL", "yes");

        Assert.Equal("yes", (await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, EveryEngine]
    public async Task Wait_EventsCameBefore_ReadsThemInTheirOrder(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                await context.WaitForExternalEvent<int>("go");
                return new[]
                {
                    await context.WaitForExternalEvent<int>("number"),
                    await context.WaitForExternalEvent<int>("number"),
                    await context.WaitForExternalEvent<int>("number"),
                };
            }));
        var id = await harness.ScheduleAsync("Main");

        foreach (var number in (int[])[1, 2, 3])
        {
            await harness.Client.RaiseEventAsync(id, "number", number);
        }

        await harness.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal(new[] { 1, 2, 3 }, (await harness.CompletionAsync(id)).ReadOutputAs<int[]>());
    }

    [Theory, EveryEngine]
    public async Task Wait_SeveralForOneName_EachEventCompletesTheMostRecentOne(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var (first, second) = (context.WaitForExternalEvent<int>("number"), context.WaitForExternalEvent<int>("number"));
                context.SetCustomStatus("waiting");
                return new[] { await second, await first };
            }));
        var id = await harness.ScheduleAsync("Main");
        await harness.ReachedAsync(id, "waiting");

        await harness.Client.RaiseEventAsync(id, "number", 1);
        await harness.Client.RaiseEventAsync(id, "number", 2);

        Assert.Equal(new[] { 1, 2 }, (await harness.CompletionAsync(id)).ReadOutputAs<int[]>());
    }

    [Theory, EveryEngine]
    public async Task Wait_KeptThroughTimers_LosesNoEvent(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var number = context.WaitForExternalEvent<int>("number");
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                context.SetCustomStatus("a moment later");
                return await number;
            }));
        var id = await harness.ScheduleAsync("Main");
        await harness.ReachedAsync(id, "a moment later");

        await harness.Client.RaiseEventAsync(id, "number", 9);

        Assert.Equal(9, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task Wait_TypesDisagree_Throws(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                _ = context.WaitForExternalEvent<int>("number");
                await context.WaitForExternalEvent<string>("number");
            }));

        Assert.True((await harness.RunAsync("Main")).FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Theory, EveryEngine]
    public async Task Raise_MissingOrFinishedInstance_IsDroppedInSilence(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", _ => Task.FromResult(1)));
        await harness.RunAsync<int>("Main", instanceId: "finished");

        await harness.Client.RaiseEventAsync("missing", "any", 1);
        await harness.Client.RaiseEventAsync("finished", "any", 1);

        Assert.Null(await harness.Client.GetInstanceAsync("missing"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await harness.Client.GetInstanceAsync("finished"))!.RuntimeStatus);
    }
}
