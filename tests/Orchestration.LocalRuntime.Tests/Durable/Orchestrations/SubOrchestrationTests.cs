using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class SubOrchestrationTests
{
    [Theory, BothModes]
    public async Task Call_WithAnId_RunsAnInstanceOfThatIdThatKnowsItsParent(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Child", context => Task.FromResult(
                $"{context.GetInput<string>()} of {context.Parent!.Name} {context.Parent.InstanceId} as {context.InstanceId}"));
            registry.Orchestrator("Main", context => context.CallSubOrchestratorAsync<string>(
                "Child", "work", new SubOrchestrationOptions(instanceId: "child-1")));
        });

        Assert.Equal("work of Main main-1 as child-1", await engine.RunAsync<string>("Main", instanceId: "main-1"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.Client.GetInstanceAsync("child-1"))!.RuntimeStatus);
        Assert.Equal("work", (await engine.Client.GetInstanceAsync("child-1", getInputsAndOutputs: true))!.ReadInputAs<string>());
    }

    [Theory, BothModes]
    public async Task Call_ManyWithoutIds_GetsAnInstanceForEach(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Child", context => Task.FromResult(context.GetInput<int>() + 1));
            registry.Orchestrator("Main", context => Task.WhenAll(
                Enumerable.Range(0, 20).Select(i => context.CallSubOrchestratorAsync<int>("Child", i))));
        });

        Assert.Equal(Enumerable.Range(1, 20), await engine.RunAsync<int[]>("Main"));
        Assert.Equal(21, await engine.Client.GetAllInstancesAsync().CountAsync());
    }

    [Theory, BothModes]
    public async Task Call_ChildFails_ParentGetsItsFailure(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Fail", _ => throw new InvalidDataException("deep"));
            registry.Orchestrator("Child", context => context.CallActivityAsync<int>("Fail", 1));
            registry.Orchestrator("Main", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync<int>("Child"));
                return (failed.TaskName, failed.FailureDetails.ErrorType, failed.FailureDetails.InnerFailure!.ErrorMessage).ToString();
            });
        });

        Assert.Equal("(Child, Microsoft.DurableTask.TaskFailedException, deep)", await engine.RunAsync<string>("Main"));
    }

    [Theory, BothModes]
    public async Task Call_UnknownOrchestrator_FailsWithNearNamesAndWithoutRetry(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("SendOrchestrator", _ => Task.CompletedTask);
            registry.Orchestrator("Main", async context =>
            {
                var retry = new TaskOptions(new RetryPolicy(5, TimeSpan.FromHours(1)));
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("SendOrchestrater", options: retry));
                return $"{context.CurrentUtcDateTime:HH:mm} {failed.FailureDetails.ErrorMessage}";
            });
        });

        Assert.Equal(
            "08:00 There is no orchestrator named 'SendOrchestrater'. Names near it: 'SendOrchestrator'.",
            await engine.RunAsync<string>("Main"));
    }

    [Theory, BothModes]
    public async Task Call_IdOfAnUnfinishedInstance_Fails(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Waiting", context => context.WaitForExternalEvent<int>("go"));
            registry.Orchestrator("Main", context => context.CallSubOrchestratorAsync(
                "Waiting", options: new SubOrchestrationOptions(instanceId: "taken")));
        });
        await engine.ScheduleAsync("Waiting", instanceId: "taken");

        var failed = await engine.RunAsync("Main");

        Assert.Equal("OrchestrationAlreadyExists", failed.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Theory, BothModes]
    public async Task Call_IdOfAFinishedInstance_ReplacesIt(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Child", context => Task.FromResult(context.GetInput<int>()));
            registry.Orchestrator("Main", context => context.CallSubOrchestratorAsync<int>(
                "Child", 2, new SubOrchestrationOptions(instanceId: "child")));
        });
        Assert.Equal(1, await engine.RunAsync<int>("Child", 1, "child"));

        Assert.Equal(2, await engine.RunAsync<int>("Main"));
    }

    [Theory, BothModes]
    public async Task Call_ChildTerminated_ParentGetsAFailure(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Child", context => context.WaitForExternalEvent<int>("never"));
            registry.Orchestrator("Main", context => context.CallSubOrchestratorAsync(
                "Child", options: new SubOrchestrationOptions(instanceId: "child")));
        });
        var main = await engine.ScheduleAsync("Main");
        await engine.Client.WaitForInstanceStartAsync("child");

        await engine.Client.TerminateInstanceAsync("child");

        Assert.Equal("OrchestrationTerminated", (await engine.CompletionAsync(main)).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Theory, BothModes]
    public async Task Call_NestedDeep_ReturnsThroughAllLevels(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Level", async context =>
            {
                var level = context.GetInput<int>();
                return level == 0 ? 0 : 1 + await context.CallSubOrchestratorAsync<int>("Level", level - 1);
            }));

        Assert.Equal(12, await engine.RunAsync<int>("Level", 12));
    }
}
