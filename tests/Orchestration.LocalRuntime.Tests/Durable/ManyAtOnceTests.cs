using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable;

/// <summary>Many at once lose nothing; how fast they are, the benchmarks say.</summary>
public class ManyAtOnceTests
{
    [Fact]
    public async Task ManySequences_AtOnce_AllComplete()
    {
        const int Orchestrations = 500;
        const int Activities = 5;
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
        {
            registry.Activity<int, int>("Increment", value => value + 1);
            registry.Orchestrator("Main", async context =>
            {
                var value = context.GetInput<int>();
                for (var i = 0; i < Activities; i++)
                {
                    value = await context.CallActivityAsync<int>("Increment", value);
                }

                return value;
            });
        });

        var ids = await Task.WhenAll(Enumerable.Range(0, Orchestrations).Select(i => engine.ScheduleAsync("Main", i)));

        var results = await Task.WhenAll(ids.Select(engine.CompletionAsync));
        Assert.Equal(Enumerable.Range(Activities, Orchestrations), results.Select(result => result.ReadOutputAs<int>()));
    }

    [Fact]
    public async Task FanOut_OfAThousandActivities_AllReturn()
    {
        const int Activities = 1000;
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
        {
            registry.Activity<int, int>("Increment", value => value + 1);
            registry.Orchestrator("Main", async context =>
                (await Task.WhenAll(Enumerable.Range(0, Activities).Select(i => context.CallActivityAsync<int>("Increment", i)))).Sum());
        });

        Assert.Equal(Enumerable.Range(1, Activities).Sum(), await engine.RunAsync<int>("Main"));
    }

    [Fact]
    public async Task ManyEvents_RaisedAtOnce_ArriveInOrder()
    {
        const int Events = 2000;
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
            registry.Orchestrator("Main", async context =>
            {
                var isOrdered = true;
                for (var i = 0; i < Events; i++)
                {
                    isOrdered &= await context.WaitForExternalEvent<int>("number") == i;
                }

                return isOrdered;
            }));
        var id = await engine.ScheduleAsync("Main");

        await Task.WhenAll(Enumerable.Range(0, Events).Select(i => engine.Client.RaiseEventAsync(id, "number", i)));

        Assert.True((await engine.CompletionAsync(id)).ReadOutputAs<bool>());
    }
}
