using DurableTask.Core.History;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class ContinueAsNewTests
{
    [Theory, BothModes]
    public async Task ContinueAsNew_ManyTimes_KeepsTheHistoryShort(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Increment", value => value + 1);
            registry.Orchestrator("Main", async context =>
            {
                var count = await context.CallActivityAsync<int>("Increment", context.GetInput<int>());
                if (count < 30)
                {
                    context.ContinueAsNew(count);
                }

                return count;
            });
        });

        Assert.Equal(30, await engine.RunAsync<int>("Main", 0, "one"));
        Assert.Single((await engine.Client.GetOrchestrationHistoryAsync("one")).OfType<TaskScheduledEvent>());
        Assert.Equal(29, (await engine.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!.ReadInputAs<int>());
    }
}
