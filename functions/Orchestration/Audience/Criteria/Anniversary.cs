namespace Orchestration.Audience.Criteria;

/// <summary>
/// Anniversaries of a date. Whoever was born on a 29 February has completed a year only when that day is over: where the year has none, the
/// anniversary is 1 March. On 28 February a person of 17 is still a minor (Code civil, art. 414: « dix-huit ans accomplis »), and must not be
/// written to as an adult a day too early.
/// </summary>
internal static class Anniversary
{
    /// <param name="date">Of the event.</param>
    /// <param name="years">How many years later; 0 for the date itself.</param>
    /// <returns>Its day number; null beyond the year 9999.</returns>
    public static int? DayNumber(DateOnly date, int years)
    {
        var year = date.Year + years;
        if (year > DateOnly.MaxValue.Year)
            return null;
        return date is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1).DayNumber
            : new DateOnly(year, date.Month, date.Day).DayNumber;
    }
}
