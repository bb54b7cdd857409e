using Orchestration.Benchmarks.Durable;
using Orchestration.Benchmarks.Planning;
using Orchestration.Benchmarks.Support;

namespace Orchestration.Benchmarks;

/// <summary>The suites, a folder each.</summary>
internal static class Suites
{
    public static IReadOnlyList<Suite> All { get; } =
    [
        new("durable", "the durable engine of the local runtime, every step durable on disk", DurableSuite.RunAsync),
        new("planning", "a year of 2 000 and of 20 000 sends over 107 caisses, planned and checked", PlanningSuite.RunAsync),
    ];
}

internal sealed record Suite(string Name, string Measures, Func<Bench, Task> RunAsync);
