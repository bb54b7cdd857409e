using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>A date as French people write it: <c>12/10/2027</c>, « mardi 12 octobre 2027 », <c>2027-10-12</c>.</summary>
internal static partial class FrenchDateText
{
    private const int ShortestDay = 3;

    private static readonly string[] Months = [.. Enumerable.Range(1, 12).Select(month => Folded.Of(FrenchDates.MonthName(month)))];
    private static readonly string[] Days = [.. Enum.GetValues<DayOfWeek>().Select(FrenchDates.NameOf)];

    /// <returns>
    /// The date as YAML has it, even if there is no such day (the reader of the value says so); null when the text is no date.
    /// </returns>
    public static CellReading? Read(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
        {
            return iso.Groups["date"].Value;
        }

        if (Slashed().Match(text) is { Success: true } slashed)
        {
            return Date(slashed, int.Parse(slashed.Groups["month"].ValueSpan, CultureInfo.InvariantCulture), text);
        }

        return Spelled().Match(text) is { Success: true } spelled && MonthOf(spelled.Groups["month"].Value) is > 0 and var month
            ? Date(spelled, month, text)
            : null;
    }

    private static int MonthOf(string word) => Array.IndexOf(Months, Folded.Of(word)) + 1;

    /// <summary>« mardi » or « mar. ».</summary>
    private static DayOfWeek? WeekdayOf(string word) => word.Length >= ShortestDay
        && Array.FindIndex(Days, day => day.StartsWith(Folded.Of(word), StringComparison.Ordinal)) is >= 0 and var day
            ? (DayOfWeek)day
            : null;

    private static CellReading? Date(Match match, int month, string text)
    {
        var (day, year) = (match.Groups["day"].Value, match.Groups["year"].Value);
        if (year.Length == 2)
        {
            return CellReading.Refused(
                ProblemCodes.BadDate, $"« {text} » : l'année n'a que deux chiffres.", $"Écrivez l'année en entier : {"12/10/2027"}");
        }

        var canonical = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day.PadLeft(2, '0')}");
        var exists = DateOnly.TryParseExact(canonical, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var weekday = match.Groups["weekday"].Success ? WeekdayOf(match.Groups["weekday"].Value) : null;
        if (match.Groups["weekday"].Success && weekday is null)
        {
            return null;
        }

        return exists && weekday is { } given && given != date.DayOfWeek
            ? CellReading.Refused(
                ProblemCodes.BadDate,
                $"« {text} » : ce jour est un {FrenchDates.NameOf(date.DayOfWeek)}.", $"Corrigez le jour ou la date ; le nom du jour peut manquer.")
            : canonical;
    }

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})([ T]00:00(:00)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"\A((?<weekday>\p{L}+)\.?\s+)?(?<day>[0-9]{1,2})\s?[/.-]\s?(?<month>[0-9]{1,2})\s?[/.-]\s?(?<year>[0-9]{4}|[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Slashed();

    [GeneratedRegex(
        @"\A((?<weekday>\p{L}+)\.?\s+)?(?<day>[0-9]{1,2})(er)?\s+(?<month>\p{L}+)\.?\s+(?<year>[0-9]{4})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Spelled();
}
