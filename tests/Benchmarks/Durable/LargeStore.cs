using Microsoft.DurableTask;
using Orchestration.Benchmarks.Support;
using Orchestration.LocalRuntime.Durable;

namespace Orchestration.Benchmarks.Durable;

/// <summary>What a store costs that holds much and has nothing to do: its opening, its rest.</summary>
internal static class LargeStore
{
    public static async Task RunAsync(Bench bench)
    {
        var instances = bench.Size(100_000, 500);
        using var large = new BenchStore();
        using var empty = new BenchStore();
        await FillAsync(large, instances);

        // The file is in the operating system's cache, as after a restart of the process.
        var openings = await bench.RepeatAsync(() => Measured.RunAsync(async () => await (await large.OpenAsync()).DisposeAsync()));
        bench.Report("durable.open_100k.ms", Bench.Median(openings.Select(opening => opening.Elapsed.TotalMilliseconds)), "ms");

        var rest = TimeSpan.FromSeconds(bench.IsQuick ? 0.5 : 5);
        var rests = await bench.RepeatAsync(async () => (Large: await RestAsync(large, rest), Empty: await RestAsync(empty, rest)));
        bench.Report("durable.idle_100k.cpu_percent", Bench.Median(rests.Select(pair => pair.Large.Percent - pair.Empty.Percent)), "%");
        bench.Report("durable.idle_100k.memory_mb", Bench.Median(rests.Select(pair => pair.Large.Heap - pair.Empty.Heap)), "MB");
    }

    private static async Task FillAsync(BenchStore store, int instances)
    {
        await using var engine = await store.OpenAsync(Programs.Registry());
        foreach (var batch in Enumerable.Range(0, instances).Chunk(5_000))
        {
            await Task.WhenAll(batch.Select(i => FinishAsync(engine, $"finished-{i}")));
            await Task.WhenAll(batch.Select(i => BeginAsync(engine, $"waiting-{i}")));
        }
    }

    private static async Task FinishAsync(DurableEngine engine, string id)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Nothing", new StartOrchestrationOptions(id));
        await BenchStore.CompleteAsync(engine, id);
    }

    private static async Task BeginAsync(DurableEngine engine, string id)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions(id));
        await engine.Client.WaitForInstanceStartAsync(id);
    }

    private static async Task<(double Percent, double Heap)> RestAsync(BenchStore store, TimeSpan rest)
    {
        await using var engine = await store.OpenAsync(Programs.Registry());
        var heap = Measured.HeapMegabytes();
        var measured = await Measured.RunAsync(() => Task.Delay(rest));
        return (100 * measured.Processor / measured.Elapsed, heap);
    }
}
