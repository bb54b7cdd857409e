namespace Orchestration.Calendars;

/// <summary>A day of any month: its n-th Friday, its last Friday, its 15th, its last day.</summary>
/// <param name="Weekday">Null when <paramref name="Ordinal"/> counts all days.</param>
/// <param name="Ordinal">From 1; <see cref="Last"/> for the last one.</param>
public sealed record MonthDay(DayOfWeek? Weekday, int Ordinal)
{
    public const int Last = -1;

    private const int DaysInWeek = 7;

    /// <returns>Null when that month has no such day.</returns>
    public DateOnly? In(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var end = first.AddMonths(1);
        if (Weekday is not { } weekday)
        {
            return Ordinal == Last ? end.AddDays(-1) : Within(first.AddDays(Ordinal - 1));
        }

        if (Ordinal == Last)
        {
            var last = end.AddDays(-1);
            return last.AddDays(-DaysAfter(weekday, last.DayOfWeek));
        }

        return Within(first.AddDays(DaysAfter(first.DayOfWeek, weekday) + (DaysInWeek * (Ordinal - 1))));

        DateOnly? Within(DateOnly date) => date < end ? date : null;
    }

    private static int DaysAfter(DayOfWeek from, DayOfWeek to) => (to - from + DaysInWeek) % DaysInWeek;
}
