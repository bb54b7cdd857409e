namespace Orchestration.Operations.Dashboard.Visas;

internal enum LineChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A line of two texts that are compared.</summary>
/// <param name="Change">In which of the two it stands.</param>
/// <param name="Text">Without its end.</param>
/// <param name="Before">Its number in the first text; null when it is not there.</param>
/// <param name="After">Its number in the second text; null when it is not there.</param>
internal readonly record struct DiffLine(LineChange Change, string Text, int? Before, int? After);

/// <summary>Compares two texts line by line: the longest common sequence stays, the rest goes or comes.</summary>
internal static class LineDiff
{
    // Beyond this, what the ends do not share is taken for another text altogether: it would read as one.
    private const long MostCells = 4_000_000;

    /// <returns>Every line of both, those that go before those that come in their place.</returns>
    public static IReadOnlyList<DiffLine> Compare(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var head = old.AsSpan().CommonPrefixLength(now);
        var tail = 0;
        while (tail < Math.Min(old.Length, now.Length) - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;

        var lines = new List<DiffLine>(old.Length + now.Length);
        for (var i = 0; i < head; i++)
            lines.Add(new DiffLine(LineChange.Same, old[i], i + 1, i + 1));
        AddMiddle(lines, old[head..^tail], now[head..^tail], head);
        for (var i = tail; i > 0; i--)
            lines.Add(new DiffLine(LineChange.Same, old[^i], old.Length - i + 1, now.Length - i + 1));
        return lines;
    }

    /// <summary>What changed, with a few lines around it; nothing when both texts are the same.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffLine>> Hunks(IReadOnlyList<DiffLine> lines, int around = 3)
    {
        var hunks = new List<IReadOnlyList<DiffLine>>();
        var (from, until) = (0, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Change == LineChange.Same)
                continue;
            if (until >= 0 && i - around > until)
            {
                hunks.Add([.. lines.Skip(from).Take(until - from)]);
                until = -1;
            }

            from = until < 0 ? Math.Max(0, i - around) : from;
            until = Math.Min(lines.Count, i + around + 1);
        }

        if (until >= 0)
            hunks.Add([.. lines.Skip(from).Take(until - from)]);
        return hunks;
    }

    private static void AddMiddle(List<DiffLine> lines, string[] old, string[] now, int offset)
    {
        var (i, j) = (0, 0);
        if ((long)old.Length * now.Length <= MostCells)
        {
            var common = CommonLengths(old, now);
            while (i < old.Length && j < now.Length)
            {
                if (old[i] == now[j])
                    lines.Add(new DiffLine(LineChange.Same, old[i], ++i + offset, ++j + offset));
                else if (common[i + 1, j] >= common[i, j + 1])
                    lines.Add(new DiffLine(LineChange.Removed, old[i], ++i + offset, null));
                else
                    lines.Add(new DiffLine(LineChange.Added, now[j], null, ++j + offset));
            }
        }

        while (i < old.Length)
            lines.Add(new DiffLine(LineChange.Removed, old[i], ++i + offset, null));
        while (j < now.Length)
            lines.Add(new DiffLine(LineChange.Added, now[j], null, ++j + offset));
    }

    /// <summary>How many lines the rests of both texts share in order, from each pair of places on.</summary>
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }

    /// <summary>An empty text has no line; the end of the last line begins no other.</summary>
    private static string[] Lines(string text)
    {
        if (text.Length == 0)
            return [];
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
