using Orchestration.Benchmarks.Support;
using Orchestration.Planning;

namespace Orchestration.Benchmarks.Planning;

/// <summary>Calendars of 2 000 and of 20 000 sends over the 107 caisses: occurrences, slots in every zone, every check, volumes and contact frequency.</summary>
internal static class PlanningSuite
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Bench bench)
    {
        var small = await MeasureAsync(bench, 2_000);
        var large = await MeasureAsync(bench, 20_000);
        bench.Report("planning.growth_per_send", large / small / 10, "x");
    }

    private static async Task<double> MeasureAsync(Bench bench, int sends)
    {
        var count = bench.Size(sends, sends / 20);
        var calendar = LargeYear.Calendar(count);
        var inputs = new PlanningInputs { Panel = new ManyPeople() };
        var rules = new PlanningRules();
        var problems = 0;
        var runs = await bench.RepeatAsync(() => Measured.RunAsync(() =>
        {
            problems = Planner.Plan(calendar, rules, Now, inputs).Problems.Count;
            return Task.CompletedTask;
        }));

        var elapsed = Bench.Median(runs.Select(run => run.Elapsed.TotalMilliseconds));
        bench.Report($"planning.{sends}.ms", elapsed, "ms");
        bench.Report($"planning.{sends}.cpu_ms", Bench.Median(runs.Select(run => run.Processor.TotalMilliseconds)), "ms");
        bench.Report($"planning.{sends}.problems", problems, "problems");
        return elapsed;
    }
}
