using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// Reads when a send recurs:
/// <code>
/// rule = [ number "months" "on" ] days [ "of" "month" ] [ "from" month ] [ ( "except" | "in" ) month* ]
/// days = ordinal* weekday | "day" number* | "last" "day"         (* one or more, joined by "," or "and")
/// </code>
/// such as <c>last friday of month except july, august</c>, <c>first and third monday of month</c>, <c>day 15 of month</c>,
/// <c>2 months on third tuesday from january</c>.
/// </summary>
internal sealed partial class RecurrenceParser
{
    private const int MonthsInYear = 12;

    private readonly MatchCollection words;
    private readonly int end;
    private int next;
    private RecurrenceFault? fault;

    private RecurrenceParser(string text)
    {
        words = Word().Matches(text);
        end = text.TrimEnd().Length;
    }

    private string Current => next < words.Count ? words[next].Value.ToLowerInvariant() : "";

    public static (Recurrence? Recurrence, RecurrenceFault? Fault) Parse(string text)
    {
        var parser = new RecurrenceParser(text);
        var recurrence = parser.Rule();
        return parser.fault is { } fault ? (null, fault) : (recurrence, null);
    }

    private Recurrence Rule()
    {
        var step = Interval();
        var days = Days();
        if (Accept("of"))
        {
            Expect("month");
        }

        var first = Accept("from") ? Pick(RecurrenceWords.Months) : 1;
        var months = Enumerable.Range(1, MonthsInYear).Where(month => month >= first && (month - first) % step == 0);
        months = Accept("except") ? months.Except(List(RecurrenceWords.Months))
            : Accept("in") ? months.Intersect(List(RecurrenceWords.Months))
            : months;
        var recurrence = new Recurrence([.. months], days);
        if (next < words.Count)
        {
            Fail(
                French.Text($"« {Current} » n'est pas attendu ici."),
                French.Text($"Par exemple : {"last friday of month except july, august"}"));
        }
        else if (recurrence.Months.Count == 0)
        {
            Fail(French.Text($"Il ne reste aucun mois."), French.Text($"Vérifiez les mois exclus."));
        }

        return recurrence;
    }

    private int Interval()
    {
        if (!int.TryParse(Current, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
        {
            return 1;
        }

        if (step is < 1 or > MonthsInYear)
        {
            Fail(French.Text($"« {Current} » n'est pas un nombre de mois."), French.Text($"Choisissez de 1 à {MonthsInYear} mois."));
            return 1;
        }

        next++;
        if (!Accept("month"))
        {
            Expect("months");
        }

        Expect("on");
        return step;
    }

    private List<MonthDay> Days()
    {
        if (Accept("day"))
        {
            return Sorted(List(RecurrenceWords.DaysOfMonth).Select(day => new MonthDay(null, day)));
        }

        var ordinals = List(RecurrenceWords.Ordinals);
        if (ordinals is [MonthDay.Last] && Accept("day"))
        {
            return [new MonthDay(null, MonthDay.Last)];
        }

        var weekday = (DayOfWeek)Pick(RecurrenceWords.Weekdays);
        return Sorted(ordinals.Select(ordinal => new MonthDay(weekday, ordinal)));
    }

    private static List<MonthDay> Sorted(IEnumerable<MonthDay> days) =>
        [.. days.Distinct().OrderBy(day => day.Ordinal == MonthDay.Last).ThenBy(day => day.Ordinal)];

    private List<int> List(RecurrenceWords choice)
    {
        var values = new List<int> { Pick(choice) };
        while (Accept(",") || Accept("and"))
        {
            values.Add(Pick(choice));
        }

        return values;
    }

    private int Pick(RecurrenceWords choice)
    {
        if (choice.Values.TryGetValue(Current, out var value))
        {
            next++;
            return value;
        }

        fault ??= choice.Refuse(Current, Offset());
        return 1;
    }

    private bool Accept(string word)
    {
        var isThere = Current == word;
        next += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string word)
    {
        if (!Accept(word))
        {
            Fail(French.Text($"« {word} » est attendu ici."), French.Text($"Par exemple : {"2 months on third tuesday of month"}"));
        }
    }

    private void Fail(string what, string mend) => fault ??= new RecurrenceFault(Offset(), what, mend);

    private int Offset() => next < words.Count ? words[next].Index : end;

    [GeneratedRegex(@"[^\s,]+|,", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
