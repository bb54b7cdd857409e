using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Clients;

public class SuspendTests
{
    [Theory, EveryEngine]
    public async Task Suspend_ThenResume_WhatCameMeanwhileIsReadInOrder(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var numbers = new List<int> { await context.WaitForExternalEvent<int>("number") };
                context.SetCustomStatus("has 1");
                numbers.Add(await context.WaitForExternalEvent<int>("number"));
                numbers.Add(await context.WaitForExternalEvent<int>("number"));
                return numbers;
            }));
        await harness.ScheduleAsync("Main", instanceId: "one");
        await harness.Client.RaiseEventAsync("one", "number", 1);
        await harness.ReachedAsync("one", "has 1");

        await harness.Client.SuspendInstanceAsync("one", "a reason");
        await harness.StatusAsync("one", OrchestrationRuntimeStatus.Suspended);
        await harness.Client.RaiseEventAsync("one", "number", 2);
        await harness.Client.RaiseEventAsync("one", "number", 3);
        await harness.Client.ResumeInstanceAsync("one", "another reason");

        Assert.Equal(new[] { 1, 2, 3 }, (await harness.CompletionAsync("one")).ReadOutputAs<int[]>());
    }

    [Theory, EveryEngine]
    public async Task Suspend_ActivityEndsMeanwhile_ItsResultIsReadAfterTheResume(Engine engine)
    {
        var (release, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Slow", async value =>
            {
                await release.Task;
                ended.SetResult();
                return value;
            });
            functions.Orchestrator("Main", context =>
            {
                context.SetCustomStatus("calling");
                return context.CallActivityAsync<int>("Slow", 4);
            });
        });
        await harness.ScheduleAsync("Main", instanceId: "one");
        await harness.ReachedAsync("one", "calling");
        await harness.Client.SuspendInstanceAsync("one");
        await harness.StatusAsync("one", OrchestrationRuntimeStatus.Suspended);
        release.SetResult();
        await ended.Task.WaitAsync(HarnessExtensions.Patience);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await harness.Client.GetInstanceAsync("one"))!.RuntimeStatus);

        await harness.Client.ResumeInstanceAsync("one");

        Assert.Equal(4, (await harness.CompletionAsync("one")).ReadOutputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task Suspend_TimerBecomesDueMeanwhile_FiresAfterTheResume(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Orchestrator("Main", async context =>
            {
                await context.WaitForExternalEvent<int>("go");
                await context.CreateTimer(TimeSpan.FromMilliseconds(300), CancellationToken.None);
                return 1;
            });
            functions.Orchestrator("Other", async context =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                return 1;
            });
        });
        await harness.ScheduleAsync("Main", instanceId: "one");
        await harness.Client.WaitForInstanceStartAsync("one");
        await harness.Client.RaiseEventAsync("one", "go", 1);
        await harness.Client.SuspendInstanceAsync("one");
        await harness.StatusAsync("one", OrchestrationRuntimeStatus.Suspended);

        // A timer set later that goes off later has gone off: the first one was due.
        await harness.RunAsync<int>("Other");
        await harness.Client.ResumeInstanceAsync("one");

        Assert.Equal(1, (await harness.CompletionAsync("one")).ReadOutputAs<int>());
    }
}
