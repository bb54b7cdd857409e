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
