using System.Globalization;
using Orchestration.Calendars.Reading;
using Orchestration.Wording;

namespace Orchestration.Calendars.Writing;

/// <summary>Says a recurrence as calendars do: in the words of YAML, or in those of a workbook.</summary>
internal static class RecurrenceText
{
    private const int MonthsInYear = 12;

    private static readonly string[] EnglishOrdinals = ["first", "second", "third", "fourth", "fifth"];
    private static readonly string[] FrenchOrdinals = ["premier", "deuxième", "troisième", "quatrième", "cinquième"];

    /// <summary><c>last friday of month except july, august</c>.</summary>
    /// <exception cref="ArgumentException">No calendar can say such a recurrence: it has no day or month, or days of two kinds.</exception>
    public static string Canonical(Recurrence recurrence)
    {
        var days = recurrence.Days switch
        {
            [{ Weekday: null, Ordinal: MonthDay.Last }] => "last day",
            [{ Weekday: null }, ..] => $"day {Joined(recurrence, day => Number(day.Ordinal), ", ")}",
            [{ Weekday: { } weekday }, ..] =>
                $"{Joined(recurrence, day => Ordinal(day, EnglishOrdinals, "last"), " and ")} {weekday.ToString().ToLowerInvariant()}",
            _ => throw Unsayable(recurrence),
        };
        return Months(recurrence) switch
        {
            (MonthRule.All, _, _) => $"{days} of month",
            (MonthRule.Step, var first, [var step, ..]) => $"{Number(step)} months on {days}{(first == 1 ? " of month" : $" from {English(first)}")}",
            (MonthRule.Except, _, var months) => $"{days} of month except {string.Join(", ", months.Select(English))}",
            (_, _, var months) => $"{days} of month in {string.Join(", ", months.Select(English))}",
        };
    }

    /// <summary>« dernier vendredi du mois sauf juillet, août ».</summary>
    /// <exception cref="ArgumentException">As for <see cref="Canonical"/>.</exception>
    public static string InFrench(Recurrence recurrence)
    {
        var days = recurrence.Days switch
        {
            [{ Weekday: null, Ordinal: MonthDay.Last }] => "dernier jour",
            [{ Weekday: null }, ..] => Joined(recurrence, day => $"le {(day.Ordinal == 1 ? "1er" : Number(day.Ordinal))}", " et "),
            [{ Weekday: { } weekday }, ..] =>
                $"{Joined(recurrence, day => Ordinal(day, FrenchOrdinals, "dernier"), " et ")} {FrenchDates.NameOf(weekday)}",
            _ => throw Unsayable(recurrence),
        };
        return Months(recurrence) switch
        {
            (MonthRule.All, _, _) => $"{days} du mois",
            (MonthRule.Step, var first, [var step, ..]) =>
                $"tous les {Number(step)} mois {(days.StartsWith("le ", StringComparison.Ordinal) ? "" : "le ")}{days} "
                    + $"à partir de {FrenchDates.MonthName(first)}",
            (MonthRule.Except, _, var months) => $"{days} du mois sauf {string.Join(", ", months.Select(FrenchDates.MonthName))}",
            (_, _, var months) => $"{days} du mois en {string.Join(", ", months.Select(FrenchDates.MonthName))}",
        };
    }

    /// <returns>Null when the text is no recurrence of YAML.</returns>
    public static string? InFrench(string canonical) =>
        RecurrenceParser.Parse(canonical).Recurrence is { } recurrence ? InFrench(recurrence) : null;

    private enum MonthRule
    {
        All,
        Step,
        Except,
        In,
    }

    /// <summary>The shortest way to name the months: with the first month and the step of a series, or those to name.</summary>
    private static (MonthRule Rule, int First, IReadOnlyList<int> Named) Months(Recurrence recurrence)
    {
        var months = recurrence.Months;
        if (months.Count == MonthsInYear)
        {
            return (MonthRule.All, 1, months);
        }

        if (months.Count == 0)
        {
            throw Unsayable(recurrence);
        }

        var step = months.Count > 1 ? months[1] - months[0] : MonthsInYear;
        if (months.Count > 1 && step > 1 && months.SequenceEqual(Series(months[0], step)))
        {
            return (MonthRule.Step, months[0], [step]);
        }

        int[] others = [.. Enumerable.Range(1, MonthsInYear).Except(months)];
        return others.Length < months.Count ? (MonthRule.Except, 1, others) : (MonthRule.In, 1, months);
    }

    private static IEnumerable<int> Series(int first, int step)
    {
        for (var month = first; month <= MonthsInYear; month += step)
        {
            yield return month;
        }
    }

    private static string Joined(Recurrence recurrence, Func<MonthDay, string> name, string and) =>
        recurrence.Days.All(day => day.Weekday == recurrence.Days[0].Weekday)
            && (recurrence.Days[0].Weekday is not null || recurrence.Days.All(day => day.Ordinal > 0))
            ? string.Join(and, recurrence.Days.Select(name))
            : throw Unsayable(recurrence);

    private static string Ordinal(MonthDay day, string[] words, string last) => day.Ordinal == MonthDay.Last ? last : words[day.Ordinal - 1];

    private static string English(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ArgumentException Unsayable(Recurrence recurrence) => new($"No calendar can say {recurrence}.", nameof(recurrence));
}
