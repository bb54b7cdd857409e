using FsCheck;
using FsCheck.Fluent;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars;

public sealed class DamagedCalendarTests
{
    private static readonly string[] Slips =
    [
        "", " ", "\n", "\n  ", "\t", ":", ": ", "- ", ",", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!", "|\n", ">", "?", "%",
        "@", "`", "é", "\\", "---\n", "\u0000",
    ];

    private static readonly string Sound = File.ReadAllText(CalendarFiles.DemoPath);

    /// <summary>
    /// Whatever a slip of the hand does to a file, it gets a calendar or at least one error, never an exception.
    /// </summary>
    [Fact]
    public void Read_AnyDamage_GivesACalendarOrItsErrors()
    {
        var damage = from at in Gen.Choose(0, Sound.Length - 1)
                     from length in Gen.Choose(0, 12)
                     from text in Gen.Elements(Slips)
                     select (at, length, text);

        Prop.ForAll(Arb.From(damage.ArrayOf(3)), IsRead).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    // The parser gives a key without a value here, and no error.
    [Fact]
    public void Read_ItemWithoutItsKey_IsASyntaxErrorWhereItStands()
    {
        var problem = Assert.Single(CalendarFiles.Read(CalendarFiles.Sound.Replace("    priority: 80", "  - : 80", StringComparison.Ordinal)).Problems);

        Assert.Equal((ProblemCodes.YamlSyntax, 11), (problem.Code, problem.Line));
    }

    private static bool IsRead((int At, int Length, string Text)[] damages)
    {
        var yaml = Sound;
        foreach (var (at, length, text) in damages)
        {
            var start = Math.Min(at, yaml.Length);
            yaml = yaml.Remove(start, Math.Min(length, yaml.Length - start)).Insert(start, text);
        }

        var reading = CalendarFiles.Read(yaml);
        return reading.Calendar is not null || reading.Problems.Any(problem => problem.Severity == Severity.Error);
    }
}
