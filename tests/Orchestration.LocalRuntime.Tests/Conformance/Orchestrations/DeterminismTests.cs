using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

/// <summary>An orchestrator that no longer does what its history says.</summary>
public class DeterminismTests
{
    [Theory, EveryEngine(MustReplay = true)]
    public Task AnotherActivity_Fails(Engine engine) => AssertFailsAsync(engine, context => context.CallActivityAsync<int>("Other", 1));

    [Theory, EveryEngine(MustReplay = true)]
    public Task ATimerInsteadOfTheActivity_Fails(Engine engine) =>
        AssertFailsAsync(engine, context => context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None));

    [Theory, EveryEngine(MustReplay = true)]
    public Task ASubOrchestrationInsteadOfTheActivity_Fails(Engine engine) =>
        AssertFailsAsync(engine, context => context.CallSubOrchestratorAsync("First"));

    [Theory, EveryEngine(MustReplay = true)]
    public Task NoMoreActivity_Fails(Engine engine) => AssertFailsAsync(engine, context => context.WaitForExternalEvent<int>("go"));

    private static async Task AssertFailsAsync(Engine engine, Func<TaskOrchestrationContext, Task> changed)
    {
        Func<TaskOrchestrationContext, Task> current = async context =>
        {
            await context.CallActivityAsync<int>("First", 1);
            context.SetCustomStatus("first done");
            await context.WaitForExternalEvent<int>("go");
        };
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("First", value => value);
            functions.Activity<int, int>("Other", value => value);
            functions.Orchestrator("Main", async context =>
            {
                await current(context);
                return 1;
            });
        });
        await harness.ScheduleAsync("Main", instanceId: "one");
        await harness.ReachedAsync("one", "first done");

        current = changed;
        await harness.Client.RaiseEventAsync("one", "go", 1);

        var failed = await harness.CompletionAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.True(failed.FailureDetails!.IsCausedBy<NonDeterministicOrchestrationException>(), failed.FailureDetails.ToString());
    }
}
