using System.Diagnostics;
using System.Globalization;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Xunit.Abstractions;

namespace Orchestration.LocalRuntime.Tests.Durable;

/// <summary>
/// Small runs of the benchmark's scenarios, that print their speed. THROUGHPUT_SCALE=1 runs them in full size; a size of 0.1 keeps
/// the suite quick.
/// </summary>
public class ThroughputTests(ITestOutputHelper output)
{
    private static readonly double Scale =
        double.Parse(Environment.GetEnvironmentVariable("THROUGHPUT_SCALE") ?? "0.1", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Sequential_ManyOrchestrations_AllComplete()
    {
        const int Activities = 5;
        var orchestrations = (int)(5000 * Scale);
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
        {
            registry.Activity<int, int>("Increment", value => value + 1);
            registry.Orchestrator("Sequence", async context =>
            {
                var value = context.GetInput<int>();
                for (var i = 0; i < Activities; i++)
                {
                    value = await context.CallActivityAsync<int>("Increment", value);
                }

                return value;
            });
        });
        var watch = Stopwatch.StartNew();
        var ids = await Task.WhenAll(Enumerable.Range(0, orchestrations).Select(i => engine.ScheduleAsync("Sequence", i)));
        var results = await Task.WhenAll(ids.Select(engine.CompletionAsync));
        Report("sequential work items", (orchestrations * ((2 * Activities) + 1)), watch.Elapsed);
        Assert.Equal(
            Enumerable.Range(Activities, orchestrations), results.Select(result => result.ReadOutputAs<int>()).Order());
    }

    [Fact]
    public async Task FanOut_ManyActivities_AllReturn()
    {
        var activities = (int)(10_000 * Scale);
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
        {
            registry.Activity<int, int>("Increment", value => value + 1);
            registry.Orchestrator("FanOut", async context =>
                (await Task.WhenAll(Enumerable.Range(0, activities).Select(i => context.CallActivityAsync<int>("Increment", i)))).Sum());
        });
        var watch = Stopwatch.StartNew();
        var sum = await engine.RunAsync<int>("FanOut");
        Report("fan-out activities", activities, watch.Elapsed);
        Assert.Equal(Enumerable.Range(1, activities).Sum(), sum);
    }

    [Fact]
    public async Task Events_Many_AllArriveInOrder()
    {
        var events = (int)(20_000 * Scale);
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
            registry.Orchestrator("Count", async context =>
            {
                var isOrdered = true;
                for (var i = 0; i < events; i++)
                {
                    isOrdered &= await context.WaitForExternalEvent<int>("number") == i;
                }

                return isOrdered;
            }));
        var id = await engine.ScheduleAsync("Count");
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, events).Select(i => engine.Client.RaiseEventAsync(id, "number", i)));
        var result = await engine.CompletionAsync(id);
        Report("events", events, watch.Elapsed);
        Assert.True(result.ReadOutputAs<bool>());
    }

    private void Report(string what, int count, TimeSpan elapsed) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {what} in {elapsed.TotalMilliseconds:0} ms: {count / elapsed.TotalSeconds:0} /s"));
}
