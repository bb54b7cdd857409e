using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Orchestration.Planning;

/// <summary>
/// Hours of one local day, the end excluded. Written <c>09:00-11:00</c> in calendars, settings and JSON.
/// </summary>
[TypeConverter(typeof(TimeWindowTypeConverter))]
[JsonConverter(typeof(TimeWindowJsonConverter))]
public readonly record struct TimeWindow(TimeOnly Start, TimeOnly End)
{
    private const string HourFormat = "HH:mm";

    public bool Contains(TimeOnly hour) => hour >= Start && hour < End;

    /// <returns>Null when the two have no minute in common.</returns>
    public TimeWindow? Intersect(TimeWindow other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return start < end ? new TimeWindow(start, end) : null;
    }

    /// <summary>Accepts exactly <c>HH:mm-HH:mm</c>, spaces around the hyphen allowed, the end after the start.</summary>
    public static bool TryParse(string? text, out TimeWindow window)
    {
        window = default;
        if (text?.Split('-') is not [var start, var end]
            || !TryParseHour(start, out var from) || !TryParseHour(end, out var to) || from >= to)
        {
            return false;
        }

        window = new TimeWindow(from, to);
        return true;
    }

    /// <exception cref="FormatException">The text is not two hours joined by a hyphen.</exception>
    public static TimeWindow Parse(string text) =>
        TryParse(text, out var window) ? window : throw new FormatException($"'{text}' is not a window of hours such as 09:00-11:00.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}-{End:HH:mm}");

    private static bool TryParseHour(string text, out TimeOnly hour) =>
        TimeOnly.TryParseExact(text.Trim(), HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);
}
