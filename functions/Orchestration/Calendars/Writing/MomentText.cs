using System.Globalization;

namespace Orchestration.Calendars.Writing;

/// <summary>Says a moment as YAML does.</summary>
internal static class MomentText
{
    public static IEnumerable<EntryValue> Of(SendMoment moment) => moment switch
    {
        FixedMoment given => [At(Date(given.Date))],
        WaveMoment given => [At($"{given.Wave}.{(given.Edge == WaveEdge.Start ? "start" : "end")}{Offset(given.Offset, given.Unit)}")],
        SendRelativeMoment given => [At(given.Send + Offset(given.Offset, given.Unit))],
        RecurringMoment given => [new("every", RecurrenceText.Canonical(given.Recurrence))],
        DailyMoment given => [new("every", "day"), .. From(given.From)],
        TriggeredMoment given => [new("on", given.Trigger), .. From(given.From)],
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "A moment without words."),
    };

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static EntryValue At(string text) => new("at", text);

    private static IEnumerable<EntryValue> From(DateOnly? date) => date is { } from ? [new("from", Date(from))] : [];

    // Calendars may say « + 0d » and « + 0wd », which a date that is no working day tells apart.
    private static string Offset(int offset, OffsetUnit unit) => offset == 0 && unit == OffsetUnit.Days
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" {(offset < 0 ? '-' : '+')} {Math.Abs(offset)}{(unit == OffsetUnit.WorkingDays ? "wd" : "d")}");
}
