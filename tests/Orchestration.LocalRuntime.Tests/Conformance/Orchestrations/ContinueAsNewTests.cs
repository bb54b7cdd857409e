using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class ContinueAsNewTests
{
    [Theory, EveryEngine]
    public async Task ContinueAsNew_ManyTimes_CarriesItsInput(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Increment", value => value + 1);
            functions.Orchestrator<int, int>("Main", async (context, value) =>
            {
                var count = await context.CallActivityAsync<int>("Increment", value);
                if (count < 30)
                {
                    context.ContinueAsNew(count);
                }

                return count;
            });
        });

        Assert.Equal(30, await harness.RunAsync<int>("Main", 0, "one"));
        Assert.Equal(29, (await harness.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!.ReadInputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task ContinueAsNew_NewVersion_TheNextGenerationHasIt(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context =>
            {
                if (context.Version == "1.0")
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
                }

                return Task.FromResult($"{context.Version} {context.CompareVersionTo("1.10")}");
            }));

        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions { Version = "1.0" });

        Assert.Equal("2.0 1", (await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, EveryEngine(OriginalDiffers = "the in-process host forgets it at the first step of the new generation; DurableTask.Core carries it over")]
    public async Task ContinueAsNew_CustomStatusSetBefore_StaysUntilItIsSetAgain(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<bool, int>("Main", (context, again) =>
            {
                if (!again)
                {
                    context.SetCustomStatus("first");
                    context.ContinueAsNew(true);
                }

                return Task.FromResult(1);
            }));

        Assert.Equal("first", (await harness.RunAsync("Main", false)).ReadCustomStatusAs<string>());
    }

    [Theory, EveryEngine]
    public async Task ContinueAsNew_WithAnOpenTimer_WaitsForIt(Engine engine)
    {
        var second = TimeSpan.FromSeconds(1);
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<DateTime?, bool>("Main", (context, begin) =>
            {
                if (begin is null)
                {
                    _ = context.CreateTimer(second, CancellationToken.None);
                    context.ContinueAsNew(context.CurrentUtcDateTime);
                }

                return Task.FromResult(begin is not null && context.CurrentUtcDateTime >= begin + second);
            }));

        Assert.True(await harness.RunAsync<bool>("Main"));
    }

    [Theory, EveryEngine]
    public async Task ContinueAsNew_SubOrchestrations_GetNewIdsInEachGeneration(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Orchestrator("Child", _ => Task.FromResult(1));
            functions.Orchestrator<int, int>("Main", async (context, generation) =>
            {
                await context.CallSubOrchestratorAsync("Child");
                if (generation < 3)
                {
                    context.ContinueAsNew(generation + 1);
                }

                return generation;
            });
        });

        await harness.RunAsync<int>("Main", 1);

        Assert.Equal(3, await harness.Client.GetAllInstancesAsync().CountAsync(instance => instance.Name == "Child"));
    }
}
