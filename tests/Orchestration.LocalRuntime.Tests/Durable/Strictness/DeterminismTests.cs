using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Strictness;

public class DeterminismTests
{
    private static readonly Func<TaskOrchestrationContext, Task> Original = async context =>
    {
        await context.CallActivityAsync<int>("First", 1);
        await context.WaitForExternalEvent<int>("go");
        await context.CallActivityAsync<int>("Second", 1);
    };

    public static TheoryData<string, string, Func<TaskOrchestrationContext, Task>> Changes() => new()
    {
        {
            "step 0, activity 'First'", "step 0, activity 'Other'",
            async context => await context.CallActivityAsync<int>("Other", 1)
        },
        {
            "step 0, activity 'First'", "step 0, a timer",
            async context => await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None)
        },
        {
            "step 0, activity 'First'", "step 0, sub-orchestration 'First' with id 'x'",
            async context => await context.CallSubOrchestratorAsync("First", options: new SubOrchestrationOptions(instanceId: "x"))
        },
        {
            "step 0, activity 'First'", "step 0, event 'First' to 'x'",
            async context =>
            {
                context.SendEvent("x", "First", 1);
                await context.WaitForExternalEvent<int>("go");
            }
        },
        {
            "no further step", "step 1, activity 'Extra'",
            async context =>
            {
                await context.CallActivityAsync<int>("First", 1);
                await context.CallActivityAsync<int>("Extra", 1);
            }
        },
        {
            "step 0, activity 'First'", "no further step",
            async context => await context.WaitForExternalEvent<int>("go")
        },
        {
            "no further step", "the end of the orchestration",
            async context => await context.CallActivityAsync<int>("First", 1)
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangedOrchestrator_NextStep_FailsNamingWhatWasExpectedAndFound(
        string expected, string found, Func<TaskOrchestrationContext, Task> changed)
    {
        var current = Original;
        await using var engine = await StartAsync(context => current(context));
        await engine.ScheduleAsync("Main", instanceId: "one");
        await engine.SettleAsync();

        current = changed;
        await engine.CrashAndReopenAsync();
        await engine.Client.RaiseEventAsync("one", "go", 1);

        var failure = (await engine.CompletionAsync("one")).FailureDetails!;
        Assert.True(failure.IsCausedBy<NonDeterministicOrchestrationException>(), failure.ToString());
        Assert.Contains($"the history expects {expected};", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains($"the present code found {found}.", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Replay_OfAnExportedHistory_ThrowsWhenTheCodeChanged(
        string expected, string found, Func<TaskOrchestrationContext, Task> changed)
    {
        await using var engine = await StartAsync(Original);
        await engine.ScheduleAsync("Main", instanceId: "one");
        await engine.SettleAsync();
        var history = await engine.Engine.ExportHistoryAsync("one");

        var difference = await Assert.ThrowsAsync<NonDeterministicOrchestrationException>(
            () => OrchestrationReplay.RunAsync(RegistryOf(changed), "Main", history));

        Assert.Contains(expected, difference.Message, StringComparison.Ordinal);
        Assert.Contains(found, difference.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RandomStep_Replayed_IsCaught()
    {
        var flips = 0;
        await using var engine = await TestEngine.StartAsync(EngineMode.Replayed, registry =>
        {
            registry.Activity<int, int>("Even", value => value);
            registry.Activity<int, int>("Odd", value => value);
            registry.Orchestrator("Main", async context =>
            {
                await context.CallActivityAsync<int>(flips++ % 2 == 0 ? "Even" : "Odd", 1);
                await context.CallActivityAsync<int>("Even", 1);
            });
        });

        var failed = await engine.RunAsync("Main");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.True(failed.FailureDetails!.IsCausedBy<NonDeterministicOrchestrationException>());
    }

    private static Task<TestEngine> StartAsync(Func<TaskOrchestrationContext, Task> orchestrator) =>
        TestEngine.StartAsync(EngineMode.Live, registry => Register(registry, orchestrator));

    private static TaskRegistry RegistryOf(Func<TaskOrchestrationContext, Task> orchestrator)
    {
        var registry = new TaskRegistry();
        Register(registry, orchestrator);
        return registry;
    }

    private static void Register(TaskRegistry registry, Func<TaskOrchestrationContext, Task> orchestrator)
    {
        registry.Activity<int, int>("First", value => value);
        registry.Activity<int, int>("Second", value => value);
        registry.Orchestrator("Main", orchestrator);
    }
}
