using System.Globalization;

namespace Orchestration.Benchmarks.Support;

/// <summary>How a suite runs, and where its figures go.</summary>
internal sealed class Bench(TextWriter output, bool isQuick)
{
    /// <summary>How often a measurement is repeated after its warm-up.</summary>
    public int Repetitions => isQuick ? 1 : 5;

    public bool IsQuick => isQuick;

    /// <summary>The size of a full run, or a small one.</summary>
    public int Size(int full, int quick) => isQuick ? quick : full;

    /// <summary>Runs something once to warm it up, then as often as configured.</summary>
    public async Task<IReadOnlyList<T>> RepeatAsync<T>(Func<Task<T>> measure) => (await RepeatFromColdAsync(measure)).Warm;

    /// <inheritdoc cref="RepeatAsync{T}"/>
    /// <returns>The first run, whose code was compiled on the way when nothing ran it before, and the others.</returns>
    public async Task<(T First, IReadOnlyList<T> Warm)> RepeatFromColdAsync<T>(Func<Task<T>> measure)
    {
        var first = await measure();
        var results = new List<T>();
        for (var i = 0; i < Repetitions; i++)
        {
            results.Add(await measure());
        }

        return (first, results);
    }

    public void Report(string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BENCH {name} {Rounded(value)} {unit}"));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Rounded(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 1 ? "0.0" : "0.000", CultureInfo.InvariantCulture);
}
