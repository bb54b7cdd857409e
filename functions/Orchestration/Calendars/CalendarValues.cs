using System.Globalization;

namespace Orchestration.Calendars;

/// <summary>Values of a calendar as its YAML form writes them.</summary>
internal static class CalendarValues
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Of a moment that <c>at:</c> holds: <c>2027-10-12</c>, <c>grippe-v1.start - 21d</c>, <c>grippe-2027/invitation + 5wd</c>.</summary>
    public static string Of(SendMoment moment) => moment switch
    {
        FixedMoment given => Of(given.Date),
        WaveMoment given => $"{given.Wave}.{(given.Edge == WaveEdge.Start ? "start" : "end")}{Offset(given.Offset, given.Unit)}",
        SendRelativeMoment given => $"{given.Send}{(given.Offset == 0 ? " + 0d" : Offset(given.Offset, given.Unit))}",
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "A moment that « at » does not hold."),
    };

    private static string Offset(int offset, OffsetUnit unit) => offset == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $" {(offset < 0 ? '-' : '+')} {Math.Abs(offset)}{(unit == OffsetUnit.WorkingDays ? "wd" : "d")}");
}
