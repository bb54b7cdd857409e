using System.Diagnostics;

namespace Orchestration.Benchmarks.Support;

/// <summary>What something took: on the clock, which other programs on the machine slow down, and of the processor.</summary>
internal readonly record struct Measured(TimeSpan Elapsed, TimeSpan Processor)
{
    public static async Task<Measured> RunAsync(Func<Task> action)
    {
        // What came before is not to be collected at this run's cost.
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await action();
        var elapsed = watch.Elapsed;
        process.Refresh();
        return new Measured(elapsed, process.TotalProcessorTime - processor);
    }

    public static double HeapMegabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;
}
