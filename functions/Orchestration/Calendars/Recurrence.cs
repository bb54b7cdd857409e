namespace Orchestration.Calendars;

/// <summary>The same days in chosen months of the calendar's year.</summary>
/// <param name="Months">1 to 12, ascending.</param>
/// <param name="Days">At least one, in the order of their first possible date.</param>
public sealed record Recurrence(IReadOnlyList<int> Months, IReadOnlyList<MonthDay> Days)
{
    /// <summary>Every date in a year, ascending, each once; a month without such a day (a fifth Friday) gives none.</summary>
    public IEnumerable<DateOnly> DatesIn(int year) =>
        Months.SelectMany(month => Days.Select(day => day.In(year, month))).OfType<DateOnly>().Distinct().Order();
}
