using Orchestration.Benchmarks.Support;
using Orchestration.LocalRuntime.Durable;

namespace Orchestration.Benchmarks.Durable;

/// <summary>What changes as a store grows from 1 000 to 100 000 instances; each runs one activity, in batches.</summary>
internal static class Growth
{
    private const int WorkItems = 3;

    public static async Task RunAsync(Bench bench)
    {
        using var store = new BenchStore();
        await using var engine = await store.OpenAsync(Programs.Registry());
        await AddAsync(engine, bench.Size(1_000, 10));
        var instances = bench.Size(1_000, 10);
        foreach (var size in (int[])[1_000, 10_000, 100_000])
        {
            var name = $"durable.growth.{size}";
            var until = bench.Size(size, size / 100);
            while (instances < until)
            {
                var batch = Math.Min(1_000, until - instances);
                await AddAsync(engine, batch);
                instances += batch;
            }

            await ReportAsync(bench, name, engine);
            bench.Report($"{name}.store_mb", store.Megabytes, "MB");
        }
    }

    private static async Task ReportAsync(Bench bench, string name, DurableEngine engine)
    {
        bench.Report($"{name}.heap_mb", Measured.HeapMegabytes(), "MB");
        var many = bench.Size(500, 10);
        var batches = await bench.RepeatAsync(() => Measured.RunAsync(() => AddAsync(engine, many)));
        bench.Report(
            $"{name}.work_items_per_s", Bench.Median(batches.Select(batch => many * WorkItems / batch.Elapsed.TotalSeconds)), "1/s");
        bench.Report(
            $"{name}.cpu_us_each", Bench.Median(batches.Select(batch => batch.Processor.TotalMicroseconds / many / WorkItems)), "us");

        // One after the other: what a client waits for when the engine has nothing else to do.
        var ones = bench.Size(100, 2);
        var single = await bench.RepeatAsync(() => Measured.RunAsync(async () =>
        {
            for (var i = 0; i < ones; i++)
            {
                await AddAsync(engine, 1);
            }
        }));
        bench.Report($"{name}.one_orchestration_ms", Bench.Median(single.Select(run => run.Elapsed.TotalMilliseconds / ones)), "ms");
    }

    private static Task AddAsync(DurableEngine engine, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        await BenchStore.CompleteAsync(engine, await engine.Client.ScheduleNewOrchestrationInstanceAsync("One"))));
}
