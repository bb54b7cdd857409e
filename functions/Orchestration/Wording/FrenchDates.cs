using System.Globalization;

namespace Orchestration.Wording;

/// <summary>Dates and hours as French people read them, the same on every machine.</summary>
internal static class FrenchDates
{
    private static readonly string[] Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    public static string NameOf(DayOfWeek day) => Days[(int)day];

    public static string MonthName(int month) => Months[month - 1];

    /// <summary>« mardi 27/4 », and « mardi 27/4/2028 » outside the year that the reader has in mind.</summary>
    public static string Short(DateOnly date, int year) => $"{NameOf(date.DayOfWeek)} {DayMonth(date, year)}";

    /// <summary>« 27/4 », and « 27/4/2028 » outside the year that the reader has in mind.</summary>
    public static string DayMonth(DateOnly date, int year) =>
        date.ToString(date.Year == year ? "d/M" : "d/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>« mardi 27 avril 2027 », « samedi 1er mai 2027 ».</summary>
    public static string Long(DateOnly date) => $"{NameOf(date.DayOfWeek)} {DayNumber(date)} {MonthYear(date)}";

    /// <summary>« avril 2027 ».</summary>
    public static string MonthYear(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{MonthName(date.Month)} {date.Year}");

    /// <summary>« 9 h », « 9 h 30 ».</summary>
    public static string Hour(TimeOnly hour) => string.Create(
        CultureInfo.InvariantCulture, $"{hour.Hour}\u00A0h{(hour.Minute == 0 ? "" : $"\u00A0{hour.Minute:00}")}");

    private static string DayNumber(DateOnly date) => date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
}
