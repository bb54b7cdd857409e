using Orchestration.Benchmarks.Support;

namespace Orchestration.Benchmarks.Durable;

/// <summary>Throughput, a large store, growth.</summary>
internal static class DurableSuite
{
    public static async Task RunAsync(Bench bench)
    {
        await Throughput.RunAsync(bench);
        await LargeStore.RunAsync(bench);
        await Growth.RunAsync(bench);
    }
}
