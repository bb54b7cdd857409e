namespace Orchestration.Tests.Scenarios.Support;

/// <summary>Tells how two folders of delivered messages differ, so that a run that failed explains itself.</summary>
internal static class OutboxComparison
{
    private const int MostLines = 12;
    private const int MostNames = 5;

    /// <returns>Null when the same messages are in both, byte by byte.</returns>
    public static string? Difference(string expected, string actual)
    {
        var (before, after) = (Names(expected), Names(actual));
        string[] missing = [.. before.Except(after, StringComparer.Ordinal)];
        string[] surplus = [.. after.Except(before, StringComparer.Ordinal)];
        string[] common = [.. before.Intersect(after, StringComparer.Ordinal)];
        string[] changed = [.. common.Where(name => !Read(expected, name).AsSpan().SequenceEqual(Read(actual, name)))];
        if (missing.Length + surplus.Length + changed.Length == 0)
            return null;
        string[] first = changed.Length == 0 ? [] : [$"The first that has changed, {changed[0]}:", .. Lines(expected, actual, changed[0])];
        return string.Join(
            '\n',
            [
                $"Of {before.Length} messages, {missing.Length} are missing and {changed.Length} have changed; {surplus.Length} others are there.",
                .. missing.Take(MostNames).Select(name => $"missing: {name}"),
                .. surplus.Take(MostNames).Select(name => $"not expected: {name}"),
                .. first,
            ]);
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static byte[] Read(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));

    /// <summary>Line by line, of the text as it is on the wire; a line that one of them has no more is empty.</summary>
    private static IEnumerable<string> Lines(string expected, string actual, string name)
    {
        var (before, after) = (TextLines(expected, name), TextLines(actual, name));
        return Enumerable.Range(0, Math.Max(before.Length, after.Length))
            .Where(line => before.ElementAtOrDefault(line) != after.ElementAtOrDefault(line))
            .Take(MostLines)
            .Select(line => $"line {line + 1}\n  - {before.ElementAtOrDefault(line)}\n  + {after.ElementAtOrDefault(line)}");
    }

    private static string[] TextLines(string folder, string name) =>
        File.ReadAllText(Path.Combine(folder, name)).ReplaceLineEndings("\n").Split('\n');
}
