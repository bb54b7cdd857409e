using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads a date and says what is wrong with one: its form, its existence, its year.</summary>
internal static partial class DateText
{
    public const int FirstYear = 2020;
    public const int LastYear = 2100;

    private const string Format = "yyyy-MM-dd";

    public static DateOnly? Read(SourceScalar scalar, SourcePlace place, ProblemList problems)
    {
        var text = scalar.Value;
        if (Iso().Match(text) is not { Success: true } iso)
        {
            problems.Error(ProblemCodes.BadDate, place, $"« {scalar.Shown} » n'est pas une date.", InIso(text));
            return null;
        }

        var (year, month) = (Number(iso, "year"), Number(iso, "month"));
        if (!DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Error(ProblemCodes.BadDate, place, $"La date « {scalar.Shown} » n'existe pas.", LengthOf(year, month));
            return null;
        }

        if (year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        problems.Error(
            ProblemCodes.DateOutOfRange, place,
            $"La date « {scalar.Shown} » est hors du calendrier.", $"Choisissez une date de {FirstYear} à {LastYear}.");
        return null;
    }

    /// <summary>Whether a text was meant as a date.</summary>
    public static bool LooksLikeDate(string text) => Iso().IsMatch(text) || Slashed().IsMatch(text);

    private static FrenchText InIso(string text)
    {
        var isFrench = DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var example = isFrench ? date.ToString(Format, CultureInfo.InvariantCulture) : "2027-10-12";
        return $"Écrivez l'année, le mois puis le jour : {example}";
    }

    private static FrenchText LengthOf(int year, int month)
    {
        if (year < 1 || month is < 1 or > 12)
        {
            return $"Les mois vont de 01 à 12.";
        }

        return $"Le mois de {FrenchDates.MonthName(month)} {year} a {DateTime.DaysInMonth(year, month)} jours.";
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\A[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();
}
