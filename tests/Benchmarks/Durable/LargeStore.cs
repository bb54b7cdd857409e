using Microsoft.DurableTask;
using Orchestration.Benchmarks.Support;
using Orchestration.LocalRuntime.Durable;

namespace Orchestration.Benchmarks.Durable;

/// <summary>What a store costs that holds much and has nothing to do: its opening, its rest.</summary>
internal static class LargeStore
{
    public static async Task RunAsync(Bench bench)
    {
        using var large = new BenchStore();
        using var killed = await FillAsync(large, bench.Size(100_000, 500));
        bench.Report("durable.open_100k.ms", await OpenAsync(bench, killed.CopyAsKilled), "ms");
        bench.Report("durable.open_100k.after_stop_ms", await OpenAsync(bench, large.CopyAsKilled), "ms");

        using var empty = new BenchStore();
        var rest = TimeSpan.FromSeconds(bench.IsQuick ? 0.5 : 5);
        var rests = await bench.RepeatAsync(async () => (Large: await RestAsync(large, rest), Empty: await RestAsync(empty, rest)));
        bench.Report("durable.idle_100k.cpu_percent", Bench.Median(rests.Select(pair => pair.Large.Percent - pair.Empty.Percent)), "%");
        bench.Report("durable.idle_100k.memory_mb", Bench.Median(rests.Select(pair => pair.Large.Heap - pair.Empty.Heap)), "MB");
    }

    /// <summary>Until the engine answers. The file is in the operating system's cache, as after a restart of the process.</summary>
    private static async Task<double> OpenAsync(Bench bench, Func<BenchStore> copy)
    {
        var openings = await bench.RepeatAsync(async () =>
        {
            using var store = copy();
            DurableEngine? engine = null;
            var opening = await Measured.RunAsync(async () =>
            {
                engine = await store.OpenAsync(Programs.Registry());
                await engine.Client.GetInstanceAsync("waiting-0");
            });
            await engine!.DisposeAsync();
            return opening;
        });
        return Bench.Median(openings.Select(opening => opening.Elapsed.TotalMilliseconds));
    }

    /// <returns>The store as it was with activities under way, when the process is killed.</returns>
    private static async Task<BenchStore> FillAsync(BenchStore store, int instances)
    {
        await using var engine = await store.OpenAsync(Programs.Registry());
        foreach (var batch in Enumerable.Range(0, instances).Chunk(5_000))
        {
            await Task.WhenAll(batch.Select(i => FinishAsync(engine, $"finished-{i}")));
            await Task.WhenAll(batch.Select(i => BeginAsync(engine, "Wait", $"waiting-{i}")));
        }

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => BeginAsync(engine, "Hang", $"hanging-{i}")));
        return store.CopyAsKilled();
    }

    private static async Task FinishAsync(DurableEngine engine, string id)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Nothing", new StartOrchestrationOptions(id));
        await BenchStore.CompleteAsync(engine, id);
    }

    private static async Task BeginAsync(DurableEngine engine, string name, string id)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions(id));
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
