using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable;

public class ScaleTests
{
    [Fact]
    public async Task ManyWaitingInstances_FewInMemory_EachGoesOn()
    {
        const int Instances = 200;
        await using var engine = await TestEngine.StartAsync(
            EngineMode.Live,
            registry => registry.Orchestrator("Main", async context =>
            {
                var first = await context.WaitForExternalEvent<int>("number");
                return first + await context.WaitForExternalEvent<int>("number");
            }),
            options => options.MaxLiveInstances = 3);
        var ids = await Task.WhenAll(Enumerable.Range(0, Instances).Select(i => engine.ScheduleAsync("Main", instanceId: $"i{i}")));

        for (var round = 1; round <= 2; round++)
        {
            await Task.WhenAll(ids.Select((id, i) => engine.Client.RaiseEventAsync(id, "number", round * i)));
        }

        var results = await Task.WhenAll(ids.Select(engine.CompletionAsync));
        Assert.Equal(Enumerable.Range(0, Instances).Select(i => 3 * i), results.Select(result => result.ReadOutputAs<int>()));
    }

    [Fact]
    public async Task HistoryOfTenThousandEvents_Replayed_GoesOn()
    {
        const int Events = 10_000;
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
            registry.Orchestrator("Main", async context =>
            {
                var sum = 0L;
                for (var i = 0; i < Events; i++)
                {
                    sum += await context.WaitForExternalEvent<int>("number");
                }

                return sum;
            }));
        await engine.ScheduleAsync("Main", instanceId: "one");
        await Task.WhenAll(Enumerable.Range(0, Events - 1).Select(i => engine.Client.RaiseEventAsync("one", "number", i)));
        await engine.SettleAsync();

        await engine.CrashAndReopenAsync();
        await engine.Client.RaiseEventAsync("one", "number", Events - 1);

        Assert.Equal(Enumerable.Range(0, Events).Sum(i => (long)i), (await engine.CompletionAsync("one")).ReadOutputAs<long>());
    }

    [Theory, BothModes]
    public async Task ManyClientsAtOnce_OnManyInstances_LoseNothing(EngineMode mode)
    {
        const int Instances = 20;
        const int Events = 50;
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Double", value => 2 * value);
            registry.Orchestrator("Main", async context =>
            {
                var sum = 0;
                for (var i = 0; i < Events; i++)
                {
                    sum += await context.CallActivityAsync<int>("Double", await context.WaitForExternalEvent<int>("number"));
                }

                return sum;
            });
        });
        await Parallel.ForAsync(0, Instances, async (i, _) => await engine.ScheduleAsync("Main", instanceId: $"i{i}"));

        await Parallel.ForAsync(0, Instances * Events, async (i, cancellation) =>
        {
            var instance = $"i{i % Instances}";
            await engine.Client.RaiseEventAsync(instance, i % 2 == 0 ? "number" : "NUMBER", i / Instances, cancellation);
            if (i % 37 == 0)
            {
                await engine.Client.SuspendInstanceAsync(instance, cancellation);
                await engine.Client.ResumeInstanceAsync(instance, cancellation);
            }
        });

        for (var i = 0; i < Instances; i++)
        {
            Assert.Equal(Events * (Events - 1), (await engine.CompletionAsync($"i{i}")).ReadOutputAs<int>());
        }
    }
}
