using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class SubOrchestrationTests
{
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
}
