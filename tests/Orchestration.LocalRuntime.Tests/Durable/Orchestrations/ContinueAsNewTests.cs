using DurableTask.Core.History;
using Microsoft.DurableTask;
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

    [Theory]
    [InlineData(EngineMode.Live, true)]
    [InlineData(EngineMode.Live, false)]
    [InlineData(EngineMode.Replayed, true)]
    [InlineData(EngineMode.Replayed, false)]
    public async Task ContinueAsNew_UnreadEvents_ArePreservedWhenAskedFor(EngineMode mode, bool preserve)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                if (context.GetInput<bool>())
                {
                    return await ReadAsync(context, "a") + await ReadAsync(context, "B") + await ReadAsync(context, "a");
                }

                await context.WaitForExternalEvent<int>("go");
                context.ContinueAsNew(true, preserve);
                return "";
            }));
        var id = await engine.ScheduleAsync("Main", false);

        foreach (var (name, payload) in (ValueTuple<string, string>[])[("A", "1"), ("b", "2"), ("a", "3")])
        {
            await engine.Client.RaiseEventAsync(id, name, payload);
        }

        await engine.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal(preserve ? "123" : "---", (await engine.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, BothModes]
    public async Task ContinueAsNew_ReadsOneEventPerGeneration_LosesNone(EngineMode mode)
    {
        const int Events = 100;
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                var seen = context.GetInput<int[]>() ?? [];
                seen = [.. seen, await context.WaitForExternalEvent<int>("number")];
                if (seen.Length < Events)
                {
                    context.ContinueAsNew(seen);
                }

                return seen;
            }));
        var id = await engine.ScheduleAsync("Main");

        for (var i = 0; i < Events; i++)
        {
            await engine.Client.RaiseEventAsync(id, "number", i);
        }

        Assert.Equal(Enumerable.Range(0, Events), (await engine.CompletionAsync(id)).ReadOutputAs<int[]>());
    }

    [Theory, BothModes]
    public async Task ContinueAsNew_NewVersion_TheNextGenerationHasIt(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context =>
            {
                if (context.Version == "1.0")
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
                }

                return Task.FromResult($"{context.Version} {context.CompareVersionTo("1.10")}");
            }));

        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions { Version = "1.0" });

        Assert.Equal("2.0 1", (await engine.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory, BothModes]
    public async Task ContinueAsNew_CustomStatusSetBefore_StaysUntilItIsSetAgain(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context =>
            {
                if (!context.GetInput<bool>())
                {
                    context.SetCustomStatus("first");
                    context.ContinueAsNew(true);
                }

                return Task.CompletedTask;
            }));

        Assert.Equal("first", (await engine.RunAsync("Main", false)).ReadCustomStatusAs<string>());
    }

    [Theory, BothModes]
    public async Task ContinueAsNew_WithAnOpenTimer_WaitsForIt(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context =>
            {
                if (!context.GetInput<bool>())
                {
                    _ = context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
                    context.ContinueAsNew(true);
                }

                return Task.FromResult(context.CurrentUtcDateTime);
            }));

        Assert.Equal(TestEngine.Begin.AddHours(2).UtcDateTime, await engine.RunAsync<DateTime>("Main", false));
    }

    [Theory, BothModes]
    public async Task ContinueAsNew_SubOrchestrations_GetNewIdsInEachGeneration(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Orchestrator("Child", _ => Task.CompletedTask);
            registry.Orchestrator("Main", async context =>
            {
                await context.CallSubOrchestratorAsync("Child");
                if (context.GetInput<int>() < 3)
                {
                    context.ContinueAsNew(context.GetInput<int>() + 1);
                }
            });
        });

        await engine.RunAsync<object>("Main", 1);

        Assert.Equal(3, await engine.Client.GetAllInstancesAsync().CountAsync(instance => instance.Name == "Child"));
    }

    private static async Task<string> ReadAsync(TaskOrchestrationContext context, string name)
    {
        try
        {
            return await context.WaitForExternalEvent<string>(name, TimeSpan.FromHours(1));
        }
        catch (TaskCanceledException)
        {
            return "-";
        }
    }
}
