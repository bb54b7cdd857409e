using Orchestration.Wording;

namespace Orchestration.Calendars;

/// <summary>Says in French why a recurrence gave a date: « dernier vendredi du mois ».</summary>
internal static class RecurrenceNames
{
    private static readonly string[] Ordinals = ["premier", "deuxième", "troisième", "quatrième", "cinquième"];

    /// <summary>Takes a date that the recurrence gave.</summary>
    public static string Of(Recurrence recurrence, DateOnly date)
    {
        var day = recurrence.Days.First(day => day.In(date.Year, date.Month) == date);
        return day switch
        {
            { Weekday: null, Ordinal: MonthDay.Last } => "dernier jour du mois",
            { Weekday: null } => French.Text($"le {day.Ordinal} du mois"),
            { Ordinal: MonthDay.Last } => $"dernier {FrenchDates.NameOf(date.DayOfWeek)} du mois",
            _ => $"{Ordinals[day.Ordinal - 1]} {FrenchDates.NameOf(date.DayOfWeek)} du mois",
        };
    }
}
