using Orchestration.Benchmarks.Support;
using Orchestration.LocalRuntime.Durable;

namespace Orchestration.Benchmarks.Durable;

/// <summary>How much the engine does in a second, each time on a new store; clients and waits for the end included.</summary>
internal static class Throughput
{
    public static async Task RunAsync(Bench bench)
    {
        var orchestrations = bench.Size(5_000, 100);
        await ReportAsync(
            bench, "durable.sequential.work_items", orchestrations * ((2 * Programs.SequentialActivities) + 1), async engine =>
            {
                var ids = await Task.WhenAll(Enumerable.Range(0, orchestrations).Select(
                    i => engine.Client.ScheduleNewOrchestrationInstanceAsync("Sequence", i)));
                await Task.WhenAll(ids.Select(id => BenchStore.CompleteAsync(engine, id)));
            });

        var activities = bench.Size(10_000, 200);
        await ReportAsync(bench, "durable.fanout.activities", activities, async engine => await BenchStore.CompleteAsync(
            engine, await engine.Client.ScheduleNewOrchestrationInstanceAsync("FanOut", activities)));

        var events = bench.Size(20_000, 200);
        await ReportAsync(bench, "durable.events", events, async engine =>
        {
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Count", events);
            await Task.WhenAll(Enumerable.Range(0, events).Select(i => engine.Client.RaiseEventAsync(id, "number", i)));
            await BenchStore.CompleteAsync(engine, id);
        });
    }

    private static async Task ReportAsync(Bench bench, string figure, int count, Func<DurableEngine, Task> run)
    {
        var (first, runs) = await bench.RepeatFromColdAsync(async () =>
        {
            using var store = new BenchStore();
            await using var engine = await store.OpenAsync(Programs.Registry());
            return await Measured.RunAsync(() => run(engine));
        });

        double PerSecond(Measured measured) => count / measured.Elapsed.TotalSeconds;
        bench.Report(figure + "_per_s", Bench.Median(runs.Select(PerSecond)), "1/s");
        bench.Report(figure + "_per_s.first_run", PerSecond(first), "1/s");

        // The processor's time says how fast it is on a machine that does nothing else.
        bench.Report(figure + ".cpu_us_each", Bench.Median(runs.Select(measured => measured.Processor.TotalMicroseconds / count)), "us");
    }
}
