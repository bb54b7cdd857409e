using FsCheck.Fluent;
using Orchestration.Operations.Dashboard.Visas;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Dashboard;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a\nb\n", "a\nb\n", " a| b")]
    [InlineData("a\nb\n", "a\r\nb", " a| b")]
    [InlineData("", "a\n", "+a")]
    [InlineData("a\n", "", "-a")]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", " a|-b|+x| c")]
    [InlineData("a\nb\nc\nd\n", "b\nc\ne\nd\n", "-a| b| c|+e| d")]
    [InlineData("a\na\n", "a\na\na\n", " a| a|+a")]
    [InlineData("a\n\nb\n", "a\nb\n", " a|-| b")]
    public void Compare_TwoTexts_SaysWhatGoesAndWhatComes(string before, string after, string expected) =>
        Assert.Equal(expected, Written(LineDiff.Compare(before, after)));

    [Fact]
    public void Compare_AnyTwoTexts_HoldsBothWithTheirNumbers()
    {
        var texts = Gen.Elements("a", "b", "c", "").ListOf().Select(lines => string.Concat(lines.Select(line => line + "\n")));
        Property.Holds(texts.Zip(texts), pair =>
        {
            var lines = LineDiff.Compare(pair.Item1, pair.Item2);
            var before = lines.Where(line => line.Change != LineChange.Added).ToList();
            var after = lines.Where(line => line.Change != LineChange.Removed).ToList();
            return string.Concat(before.Select(line => line.Text + "\n")) == pair.Item1
                && string.Concat(after.Select(line => line.Text + "\n")) == pair.Item2
                && before.Select(line => line.Before).SequenceEqual(Enumerable.Range(1, before.Count).Cast<int?>())
                && after.Select(line => line.After).SequenceEqual(Enumerable.Range(1, after.Count).Cast<int?>());
        });
    }

    // Two pages that share nothing but their ends: told at once, as one text for another.
    [Fact]
    public void Compare_TwoLargeTexts_EndsSoon()
    {
        var (before, after) = (Lines("a", 5_000), Lines("b", 5_000));

        var lines = LineDiff.Compare($"début\n{before}fin\n", $"début\n{after}fin\n");

        Assert.Equal(10_002, lines.Count);
        Assert.Equal((LineChange.Same, LineChange.Same), (lines[0].Change, lines[^1].Change));
    }

    [Theory]
    [InlineData("5", "4,5,5,6")]
    [InlineData("5 7", "4,5,5,6,7,7,8")]
    [InlineData("1 9", "1,1,2|8,9,9")]
    [InlineData("2 5", "1,2,2,3,4,5,5,6")]
    [InlineData("2 6", "1,2,2,3|5,6,6,7")]
    [InlineData("", "")]
    public void Hunks_ChangedLines_ComeWithTheirNeighboursAndApart(string changed, string expected)
    {
        var after = string.Concat(Enumerable.Range(1, 9).Select(n => changed.Split(' ').Contains($"{n}") ? $"{n}bis\n" : $"{n}\n"));

        var hunks = LineDiff.Hunks(LineDiff.Compare(Lines("", 9), after), around: 1);

        Assert.Equal(expected, string.Join('|', hunks.Select(hunk => string.Join(',', hunk.Select(line => line.Before ?? line.After)))));
    }

    private static string Lines(string prefix, int count) => string.Concat(Enumerable.Range(1, count).Select(n => $"{prefix}{n}\n"));

    private static string Written(IEnumerable<DiffLine> lines) => string.Join(
        '|', lines.Select(line => line.Change switch { LineChange.Added => "+", LineChange.Removed => "-", _ => " " } + line.Text));
}
