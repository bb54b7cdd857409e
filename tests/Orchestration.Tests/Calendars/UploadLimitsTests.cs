using System.Diagnostics;
using System.Globalization;
using System.Text;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars;

public sealed class UploadLimitsTests
{
    [Fact]
    public void Read_OneByteTooLong_IsRefusedUnread()
    {
        var problem = Assert.Single(CalendarFiles.Read(new byte[CalendarReader.MaxLength + 1]).Problems);

        Assert.Equal(ProblemCodes.FileTooLong, problem.Code);
    }

    [Theory]
    [InlineData("calendar: &nom demo", ProblemCodes.Anchor, 1, 11)]
    [InlineData("calendar: *nom", ProblemCodes.Alias, 1, 11)]
    [InlineData("calendar: !!binary demo", ProblemCodes.Tag, 1, 11)]
    [InlineData("a: b\n---\nc: d", ProblemCodes.SeveralDocuments, 2, 1)]
    [InlineData("title: a\ntitle: b", ProblemCodes.DuplicateKey, 2, 1)]
    [InlineData("? [a]\n: b", ProblemCodes.BadKey, 1, 3)]
    [InlineData("title: [a\nb: c", ProblemCodes.YamlSyntax, 2, 1)]
    [InlineData("title: a: b", ProblemCodes.YamlSyntax, 1, 9)]
    [InlineData("title:\n\t- a", ProblemCodes.YamlSyntax, 2, 1)]
    [InlineData("title: \"a", ProblemCodes.YamlSyntax, 1, 10)]
    [InlineData("title: a\0b", ProblemCodes.ForbiddenCharacter, 1, 9)]
    [InlineData("# a\u2028b", ProblemCodes.ForbiddenCharacter, 1, 4)]
    [InlineData("title: a\u202Eb", ProblemCodes.ForbiddenCharacter, 1, 9)]
    [InlineData("- a\n- b", ProblemCodes.WrongType, 1, 1)]
    public void Read_WhatNoUploadMayHold_IsRefusedAtItsPlace(string yaml, string code, int line, int column)
    {
        var reading = CalendarFiles.Read(yaml);

        Assert.Null(reading.Calendar);
        Assert.Contains(reading.Problems, problem => (problem.Code, problem.Line, problem.Column) == (code, line, column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# rien\n")]
    [InlineData("---\n...\n")]
    public void Read_NothingInTheFile_SaysSo(string yaml) => Assert.NotEmpty(CalendarFiles.Read(yaml).Problems);

    [Fact]
    public void Read_Windows1252_NamesThePlaceOfTheFirstOddByte()
    {
        var problem = Assert.Single(CalendarFiles.Read(Encoding.Latin1.GetBytes("calendar: demo\ntitle: Été\n")).Problems);

        Assert.Equal((ProblemCodes.NotUtf8, 2, 8), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Read_Utf16_IsNotUtf8() =>
        Assert.Equal(ProblemCodes.NotUtf8, Assert.Single(CalendarFiles.Read(Encoding.Unicode.GetPreamble()).Problems).Code);

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Read_Nesting_IsRefusedBeyondTwentyLevels(int levels, bool isRefused)
    {
        // The root mapping is the first level.
        var yaml = $"title: {new string('[', levels - 1)}{new string(']', levels - 1)}";

        Assert.Equal(isRefused, CalendarFiles.Read(yaml).Problems.Any(problem => problem.Code == ProblemCodes.TooDeep));
    }

    [Fact]
    public void Read_AliasBomb_IsNotExpanded()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            var aliases = string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9));
            yaml.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{aliases}]\n");
        }

        var codes = CalendarFiles.Read(yaml.ToString()).Problems.Select(problem => problem.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { ProblemCodes.Anchor, ProblemCodes.Alias }, codes);
    }

    [Fact]
    public void Read_MoreProblemsThanAnybodyReads_CountsTheRest()
    {
        var yaml = string.Concat(Enumerable.Range(0, 3000).Select(i => $"cle{i}: x\n"));

        var problems = CalendarFiles.Read(yaml).Problems;

        Assert.Equal(ProblemList.Limit + 1, problems.Count);
        Assert.Equal(ProblemCodes.TooManyProblems, problems[^1].Code);
        Assert.StartsWith("Encore 2005", problems[^1].What, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile { get; } = new()
    {
        { "brackets", new string('[', CalendarReader.MaxLength) },
        { "braces", new string('{', CalendarReader.MaxLength) },
        { "dashes on a line", string.Concat(Enumerable.Repeat("- ", CalendarReader.MaxLength / 2)) },
        { "question marks", string.Concat(Enumerable.Repeat("? ", CalendarReader.MaxLength / 2)) },
        { "one long word", "title: " + new string('x', CalendarReader.MaxLength - 7) },
        { "one long key", new string('x', CalendarReader.MaxLength - 3) + ": a" },
        { "many equal keys", string.Concat(Enumerable.Repeat("a: b\n", CalendarReader.MaxLength / 5)) },
        { "many keys", string.Concat(Enumerable.Range(0, 400_000).Select(i => $"k{i}: b\n")) },
        { "many items", "sends: [" + string.Concat(Enumerable.Repeat("b,", (CalendarReader.MaxLength / 2) - 10)) + "]" },
        { "many anchors", string.Concat(Enumerable.Repeat("- &a b\n", CalendarReader.MaxLength / 7)) },
        { "many controls", new string('\u0001', CalendarReader.MaxLength) },
        { "many lines", new string('\n', CalendarReader.MaxLength) },
        { "many caisses", CalendarFiles.Sound.Replace("all", $"[{string.Concat(Enumerable.Repeat("CPAM-0l, ", 200_000))}]", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileFileOfFullLength_EndsSoonWithAReport(string name, string yaml)
    {
        var watch = Stopwatch.StartNew();

        var reading = CalendarFiles.Read(yaml);

        Assert.Null(reading.Calendar);
        Assert.InRange(reading.Problems.Count, 1, ProblemList.Limit + 1);

        // Two seconds on an idle machine; what grows with the square of the file would take hours.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5), $"{name} took {watch.Elapsed}.");
    }
}
