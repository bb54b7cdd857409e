using FsCheck;
using FsCheck.Fluent;

namespace Orchestration.Tests.Calendars;

public sealed class DamagedCalendarTests
{
    private static readonly string Sound = File.ReadAllText(CalendarFiles.DemoPath);

    /// <summary>Whatever a slip of the hand does to a file, it gets a calendar or at least one error, never an exception.</summary>
    [Fact]
    public void Read_AnyDamage_GivesACalendarOrItsErrors()
    {
        var damage = from at in Gen.Choose(0, Sound.Length - 1)
                     from length in Gen.Choose(0, 12)
                     from text in Gen.Elements("", " ", "\n", "\n  ", "\t", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!", "|\n", ">", "?", "%", "@", "`", "é", "\\", ",", "---\n", "é\u0000")
                     select (at, length, text);

        Prop.ForAll(Arb.From(damage.ArrayOf(3)), IsRead).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));
    }

    private static int MaxTest => int.Parse(Environment.GetEnvironmentVariable("FUZZ_TESTS") ?? "300", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsRead((int At, int Length, string Text)[] damages)
    {
        var yaml = Sound;
        foreach (var (at, length, text) in damages)
        {
            var start = Math.Min(at, yaml.Length);
            yaml = yaml.Remove(start, Math.Min(length, yaml.Length - start)).Insert(start, text);
        }

        var reading = CalendarFiles.Read(yaml);
        return reading.Calendar is not null || reading.Problems.Any(problem => problem.Severity == Orchestration.Calendars.Severity.Error);
    }
}
