using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Clients;

public class PurgeTests
{
    [Theory, EveryEngine]
    public async Task Purge_FinishedInstance_ForgetsIt(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync("Parent", instanceId: "one");

        var result = await harness.Client.PurgeInstanceAsync("one");

        Assert.Equal(1, result.PurgedInstanceCount);
        Assert.Null(await harness.Client.GetInstanceAsync("one"));
        Assert.NotNull(await harness.Client.GetInstanceAsync("one-child"));
        Assert.Equal(0, (await harness.Client.PurgeInstanceAsync("one")).PurgedInstanceCount);
    }

    [Theory, EveryEngine(OriginalDiffers = "the in-process host ignores recursion")]
    public async Task Purge_Recursive_ForgetsTheDescendants(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync("Parent", instanceId: "one");

        Assert.Equal(2, (await harness.Client.PurgeInstanceAsync("one", new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);
        Assert.Null(await harness.Client.GetInstanceAsync("one-child"));
    }

    [Theory, EveryEngine]
    public async Task PurgeAll_ByStatus_ForgetsThoseOnly(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => harness.RunAsync("Child", instanceId: $"done-{i}")));
        await harness.ScheduleAsync("Wait", instanceId: "waiting");
        await harness.ScheduleAsync("Wait", instanceId: "terminated");
        await harness.Client.TerminateInstanceAsync("terminated");
        await harness.CompletionAsync("terminated");

        var completed = await harness.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(
            CreatedFrom: DateTimeOffset.UnixEpoch, Statuses: [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal(10, completed.PurgedInstanceCount);
        Assert.Equal(["terminated", "waiting"], (await harness.Client.GetAllInstancesAsync().Select(one => one.InstanceId).ToListAsync()).Order());
    }

    [Theory, EveryEngine]
    public async Task PurgeAll_CreatedLater_ForgetsNothing(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync("Child", instanceId: "one");

        var none = await harness.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedFrom: new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(0, none.PurgedInstanceCount);
        Assert.NotNull(await harness.Client.GetInstanceAsync("one"));
    }

    [Theory, EveryEngine]
    public async Task Purge_MissingInstance_PurgesNothing(Engine engine)
    {
        await using var harness = await StartAsync(engine);

        Assert.Equal(0, (await harness.Client.PurgeInstanceAsync("missing")).PurgedInstanceCount);
    }

    private static Task<IDurableHarness> StartAsync(Engine engine) => Harness.StartAsync(engine, functions =>
    {
        functions.Orchestrator("Child", _ => Task.FromResult(1));
        functions.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));
        functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>(
            "Child", options: new SubOrchestrationOptions(instanceId: context.InstanceId + "-child")));
    });
}
