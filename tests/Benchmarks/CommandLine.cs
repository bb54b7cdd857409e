using System.Diagnostics;
using System.Globalization;
using Orchestration.Benchmarks.Support;

namespace Orchestration.Benchmarks;

/// <summary>Runs one suite, or says which there are.</summary>
internal static class CommandLine
{
    private const string Quick = "--quick";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Intersect(["--help", "-h", "-?"]).Any())
        {
            await output.WriteLineAsync(Help());
            return 0;
        }

        string[] names = [.. args.Where(arg => arg != Quick)];
        if (names is not [var name] || Suites.All.FirstOrDefault(suite => suite.Name == name) is not { } chosen)
        {
            await error.WriteLineAsync((names is [var unknown] ? $"There is no suite '{unknown}'.\n\n" : "") + Help());
            return 2;
        }

        var watch = Stopwatch.StartNew();
        await chosen.RunAsync(new Bench(output, args.Contains(Quick)));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {watch.Elapsed.TotalSeconds:0} s"));
        return 0;
    }

    private static string Help() =>
        $"""
        dotnet run -c Release --project tests/Benchmarks -- SUITE [{Quick}]

        {Quick} runs small sizes, to show that the suite works; its figures mean nothing.
        Each figure is one line: BENCH name value unit.

        {string.Join("\n", Suites.All.Select(suite => $"  {suite.Name,-10} {suite.Measures}"))}
        """;
}
