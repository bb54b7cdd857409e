using DurableTask.Core.History;
using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Clients;

public class HistoryTests
{
    [Theory, EveryEngine(OriginalDiffers = "the in-process host serves no history to clients")]
    public async Task History_OfEverything_ListsTheEventsOfDurableTask(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Activity<int, int>("Fail", _ => throw new InvalidDataException("bad"));
            functions.Orchestrator("Child", _ => Task.FromResult("child"));
            functions.Orchestrator<string, int>("Main", async (context, _) =>
            {
                await context.CallActivityAsync<int>("Echo", 1);
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>("Fail", 2));
                await context.CallSubOrchestratorAsync<string>("Child", "in", new SubOrchestrationOptions(instanceId: "child"));
                await context.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
                context.SendEvent("one", "self", 3);
                return await context.WaitForExternalEvent<int>("self");
            });
        });
        await harness.RunAsync<int>("Main", "input", "one");

        var history = await harness.Client.GetOrchestrationHistoryAsync("one");

        Assert.Equal(
            [
                EventType.ExecutionStarted, EventType.TaskScheduled, EventType.TaskCompleted, EventType.TaskScheduled, EventType.TaskFailed,
                EventType.SubOrchestrationInstanceCreated, EventType.SubOrchestrationInstanceCompleted, EventType.TimerCreated,
                EventType.TimerFired, EventType.EventSent, EventType.EventRaised, EventType.ExecutionCompleted,
            ],
            history.Select(entry => entry.EventType).Where(type => type is not (EventType.OrchestratorStarted or EventType.OrchestratorCompleted)));
        Assert.Equal("\"input\"", history.OfType<ExecutionStartedEvent>().Single().Input);
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.GetOrchestrationHistoryAsync("missing"));
    }
}
