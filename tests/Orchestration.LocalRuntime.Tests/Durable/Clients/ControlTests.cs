using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Clients;

public class ControlTests
{
    [Theory, BothModes]
    public async Task Suspend_ThenResume_WhatCameMeanwhileIsReadInOrder(EngineMode mode)
    {
        await using var engine = await StartAsync(mode);
        await engine.ScheduleAsync("Collect", 3, "one");
        await engine.Client.RaiseEventAsync("one", "number", 1);

        await engine.Client.SuspendInstanceAsync("one", "a reason");
        await engine.Client.RaiseEventAsync("one", "number", 2);
        await engine.Client.RaiseEventAsync("one", "number", 3);
        await engine.SettleAsync();
        var suspended = (await engine.Client.GetInstanceAsync("one"))!.RuntimeStatus;
        await engine.Client.ResumeInstanceAsync("one", "another reason");

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended);
        Assert.Equal(new[] { 1, 2, 3 }, (await engine.CompletionAsync("one")).ReadOutputAs<int[]>());
        var history = await engine.Client.GetOrchestrationHistoryAsync("one");
        Assert.Equal("a reason", Assert.Single(history.OfType<ExecutionSuspendedEvent>()).Reason);
        Assert.Equal("another reason", Assert.Single(history.OfType<ExecutionResumedEvent>()).Reason);
    }

    [Theory, BothModes]
    public async Task Suspend_ActivityEndsMeanwhile_ItsResultIsReadAfterTheResume(EngineMode mode)
    {
        var release = new TaskCompletionSource();
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.ActivityAsync<int, int>("Slow", async (value, _) =>
            {
                await release.Task;
                return value;
            });
            registry.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow", 4));
        });
        await engine.ScheduleAsync("Main", instanceId: "one");
        await engine.Client.WaitForInstanceStartAsync("one");
        await engine.Client.SuspendInstanceAsync("one");
        release.SetResult();
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Client.GetInstanceAsync("one"))!.RuntimeStatus);

        await engine.Client.ResumeInstanceAsync("one");

        Assert.Equal(4, (await engine.CompletionAsync("one")).ReadOutputAs<int>());
    }

    [Theory, BothModes]
    public async Task Suspend_TimerBecomesDueMeanwhile_FiresAfterTheResume(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None)));
        using (engine.Time.Hold("suspend before the timer"))
        {
            await engine.ScheduleAsync("Main", instanceId: "one");
            await engine.Client.SuspendInstanceAsync("one");
        }

        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Client.GetInstanceAsync("one"))!.RuntimeStatus);

        await engine.Client.ResumeInstanceAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.CompletionAsync("one")).RuntimeStatus);
    }

    [Theory, BothModes]
    public async Task Terminate_Waiting_EndsWithTheOutput(EngineMode mode)
    {
        await using var engine = await StartAsync(mode);
        await engine.ScheduleAsync("Collect", 3, "one");

        await engine.Client.TerminateInstanceAsync("one", new { Why = "enough" });

        var terminated = await engine.CompletionAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, terminated.RuntimeStatus);
        Assert.Equal("""{"why":"enough"}""", terminated.SerializedOutput);
    }

    [Theory, BothModes]
    public async Task Terminate_WithATimer_TimeDoesNotGoThere(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None)));
        using (engine.Time.Hold("terminate before the timer"))
        {
            await engine.ScheduleAsync("Main", instanceId: "one");
            await engine.Client.WaitForInstanceStartAsync("one");
            await engine.Client.TerminateInstanceAsync("one");
        }

        await engine.SettleAsync();

        Assert.Equal(TestEngine.Begin, engine.Time.GetUtcNow());
    }

    [Theory, BothModes]
    public async Task Terminate_SuspendedOrPending_EndsIt(EngineMode mode)
    {
        await using var engine = await StartAsync(mode);
        using var hold = engine.Time.Hold("the pending one stays pending");
        await engine.ScheduleAsync("Collect", 3, "suspended");
        await engine.Client.SuspendInstanceAsync("suspended");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Collect", 3, new StartOrchestrationOptions("pending", TestEngine.Begin.AddDays(1)));

        foreach (var id in (string[])["suspended", "pending"])
        {
            await engine.Client.TerminateInstanceAsync(id);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.CompletionAsync(id)).RuntimeStatus);
        }
    }

    [Theory]
    [InlineData(EngineMode.Live, true)]
    [InlineData(EngineMode.Live, false)]
    [InlineData(EngineMode.Replayed, true)]
    [InlineData(EngineMode.Replayed, false)]
    public async Task Terminate_WithDescendants_ReachesThemWhenRecursive(EngineMode mode, bool recursive)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry => registry.Orchestrator("Level", async context =>
        {
            var level = context.GetInput<int>();
            if (level == 0)
            {
                await context.WaitForExternalEvent<int>("never");
            }

            await context.CallSubOrchestratorAsync("Level", level - 1, new SubOrchestrationOptions(instanceId: $"level-{level - 1}"));
        }));
        await engine.ScheduleAsync("Level", 2, "level-2");
        await engine.Client.WaitForInstanceStartAsync("level-0");

        await engine.Client.TerminateInstanceAsync("level-2", new TerminateInstanceOptions("all of you", recursive));

        await engine.CompletionAsync("level-2");
        await engine.SettleAsync();
        var expected = recursive ? OrchestrationRuntimeStatus.Terminated : OrchestrationRuntimeStatus.Running;
        Assert.Equal(expected, (await engine.Client.GetInstanceAsync("level-1"))!.RuntimeStatus);
        Assert.Equal(expected, (await engine.Client.GetInstanceAsync("level-0"))!.RuntimeStatus);
    }

    [Theory, BothModes]
    public async Task Terminate_WhileAnActivityRuns_ItsResultIsDropped(EngineMode mode)
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.ActivityAsync<int, int>("Slow", async (value, _) =>
            {
                started.SetResult();
                await release.Task;
                return value;
            });
            registry.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow", 4));
        });
        await engine.ScheduleAsync("Main", instanceId: "one");
        await started.Task.WaitAsync(TestEngine.Patience);
        await engine.Client.TerminateInstanceAsync("one");
        await engine.CompletionAsync("one");

        release.SetResult();
        await engine.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.CompletionAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task Control_MissingOrFinishedInstance_DoesNothing()
    {
        await using var engine = await StartAsync(EngineMode.Live);
        await engine.RunAsync<int[]>("Collect", 0, "finished");

        foreach (var id in (string[])["missing", "finished"])
        {
            await engine.Client.SuspendInstanceAsync(id);
            await engine.Client.ResumeInstanceAsync(id);
            await engine.Client.TerminateInstanceAsync(id);
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.Client.GetInstanceAsync("finished"))!.RuntimeStatus);
    }

    private static Task<TestEngine> StartAsync(EngineMode mode) => TestEngine.StartAsync(mode, registry =>
        registry.Orchestrator("Collect", async context =>
        {
            var numbers = new int[context.GetInput<int>()];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = await context.WaitForExternalEvent<int>("number");
            }

            return numbers;
        }));
}
