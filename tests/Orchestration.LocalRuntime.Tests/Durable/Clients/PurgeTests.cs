using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Clients;

public class PurgeTests
{
    [Fact]
    public async Task Purge_UnfinishedInstance_IsRefused()
    {
        await using var engine = await StartAsync();
        await engine.ScheduleAsync("Wait", instanceId: "one");

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.PurgeInstanceAsync("one"));
        Assert.NotNull(await engine.Client.GetInstanceAsync("one"));
    }

    [Fact]
    public async Task PurgeAll_ByFilter_ForgetsFinishedOnesOnly()
    {
        await using var engine = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(i => engine.RunAsync("Child", instanceId: $"done-{i}")));
        await engine.ScheduleAsync("Wait", instanceId: "waiting");
        await engine.ScheduleAsync("Wait", instanceId: "terminated");
        await engine.Client.TerminateInstanceAsync("terminated");
        await engine.CompletionAsync("terminated");

        var none = await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedFrom: TestEngine.Begin.AddTicks(1)));
        var completed = await engine.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedTo: TestEngine.Begin, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running]));

        Assert.Equal(0, none.PurgedInstanceCount);
        Assert.Equal((1100, true), (completed.PurgedInstanceCount, completed.IsComplete));
        Assert.Equal(2, await engine.Client.GetAllInstancesAsync().CountAsync());
        Assert.Equal(1, (await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
    }

    private static Task<TestEngine> StartAsync() => TestEngine.StartAsync(EngineMode.Live, registry =>
    {
        registry.Orchestrator("Child", _ => Task.CompletedTask);
        registry.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));
        registry.Orchestrator("Parent", context => context.CallSubOrchestratorAsync(
            "Child", options: new SubOrchestrationOptions(instanceId: context.InstanceId + "-child")));
    });
}
