using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Clients;

public class ControlTests
{
    [Theory, EveryEngine]
    public async Task Terminate_Waiting_EndsWithTheOutput(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Collect", 3, "one");
        await harness.Client.WaitForInstanceStartAsync("one");

        await harness.Client.TerminateInstanceAsync("one", new { Why = "enough" });

        var terminated = await harness.CompletionAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, terminated.RuntimeStatus);
        Assert.Equal("""{"why":"enough"}""", terminated.SerializedOutput);
    }

    [Theory, EveryEngine]
    public async Task Terminate_Suspended_EndsIt(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Collect", 3, "one");
        await harness.Client.WaitForInstanceStartAsync("one");
        await harness.Client.SuspendInstanceAsync("one");
        await harness.StatusAsync("one", OrchestrationRuntimeStatus.Suspended);

        await harness.Client.TerminateInstanceAsync("one");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await harness.CompletionAsync("one")).RuntimeStatus);
    }

    [Theory, EveryEngine(OriginalDiffers = "the in-process host ignores recursion")]
    public async Task Terminate_Recursive_ReachesTheDescendants(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Level", 2, "level-2");
        await harness.Client.WaitForInstanceStartAsync("level-0");

        await harness.Client.TerminateInstanceAsync("level-2", new TerminateInstanceOptions("all of you", Recursive: true));

        foreach (var id in (string[])["level-2", "level-1", "level-0"])
        {
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await harness.CompletionAsync(id)).RuntimeStatus);
        }
    }

    [Theory, EveryEngine]
    public async Task Terminate_NotRecursive_LeavesTheDescendantsAlone(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Level", 1, "level-1");
        await harness.Client.WaitForInstanceStartAsync("level-0");

        await harness.Client.TerminateInstanceAsync("level-1");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await harness.CompletionAsync("level-1")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await harness.Client.GetInstanceAsync("level-0"))!.RuntimeStatus);
    }

    [Theory, EveryEngine]
    public async Task Terminate_WhileAnActivityRuns_ItsResultIsDropped(Engine engine)
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Slow", async value =>
            {
                started.SetResult();
                await release.Task;
                return value;
            });
            functions.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow", 4));
        });
        await harness.ScheduleAsync("Main", instanceId: "one");
        await started.Task.WaitAsync(HarnessExtensions.Patience);

        await harness.Client.TerminateInstanceAsync("one");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await harness.CompletionAsync("one")).RuntimeStatus);
        release.SetResult();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await harness.CompletionAsync("one")).RuntimeStatus);
    }

    [Theory, EveryEngine]
    public async Task Control_FinishedInstance_DoesNothing(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync<int[]>("Collect", 0, "finished");

        await harness.Client.SuspendInstanceAsync("finished");
        await harness.Client.ResumeInstanceAsync("finished");
        await harness.Client.TerminateInstanceAsync("finished");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await harness.Client.GetInstanceAsync("finished"))!.RuntimeStatus);
    }

    private static Task<IDurableHarness> StartAsync(Engine engine) => Harness.StartAsync(engine, functions =>
    {
        functions.Orchestrator<int, int[]>("Collect", async (context, count) =>
        {
            var numbers = new int[count];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = await context.WaitForExternalEvent<int>("number");
            }

            return numbers;
        });
        functions.Orchestrator<int, int>("Level", (context, level) => level == 0
            ? context.WaitForExternalEvent<int>("never")
            : context.CallSubOrchestratorAsync<int>("Level", level - 1, new SubOrchestrationOptions(instanceId: $"level-{level - 1}")));
    });
}
