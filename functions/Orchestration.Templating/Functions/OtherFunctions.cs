using System.Text.RegularExpressions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary><c>plain</c>, <c>object.*</c>, <c>regex.*</c> and <c>timespan.*</c>.</summary>
internal static class OtherFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("plain scalar? -> text?1", (a, _) => Value.Of(French.ToText(a[0]))),
        new("object.default T? T? -> T?2", (a, _) =>
            a[0] is { Kind: ValueKind.Null } or { Kind: ValueKind.Text, Text: "" } ? a[1] : a[0]),
        new("object.size any -> integer", (a, _) => Value.Of((long)Size(a[0]))),
        new("regex.escape text -> text", (a, _) => Value.Of(Limits.Check(Regex.Escape(a[0].Text!)))),
        new("regex.match text 'pattern' ['options'] -> list<text>", constants => Patterns.Prepare(constants, Patterns.Match)),
        new("regex.matches text 'pattern' ['options'] -> list<list<text>>", constants =>
            Patterns.Prepare(constants, Patterns.Matches)),
        new("regex.replace text 'pattern' text ['options'] -> text", constants => Patterns.Prepare(constants, Patterns.Replace)),
        new("regex.split text 'pattern' ['options'] -> list<text>", constants => Patterns.Prepare(constants, Patterns.Split)),
        new("timespan.from_days number -> duration", (a, _) => Duration(a[0], TimeSpan.TicksPerDay)),
        new("timespan.from_hours number -> duration", (a, _) => Duration(a[0], TimeSpan.TicksPerHour)),
        new("timespan.from_milliseconds number -> duration", (a, _) => Duration(a[0], TimeSpan.TicksPerMillisecond)),
        new("timespan.from_minutes number -> duration", (a, _) => Duration(a[0], TimeSpan.TicksPerMinute)),
        new("timespan.from_seconds number -> duration", (a, _) => Duration(a[0], TimeSpan.TicksPerSecond)),
    ];

    private static int Size(Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text!.Length,
        ValueKind.List => value.List.Length,
        _ => 0,
    };

    private static Value Duration(Value count, long unit)
    {
        var ticks = count.ToDouble() * unit;
        return Math.Abs(ticks) < 1e18
            ? Value.Of(new TimeSpan((long)ticks))
            : throw Limits.NotComputable("a duration of more than 3 000 years");
    }
}
