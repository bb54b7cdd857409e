using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary><c>date.*</c>, on local dates: there is no time zone, and nothing reads the clock.</summary>
internal static partial class DateFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("date.add_days date number -> date", (a, _) => Move(a[0], a[1].ToDouble(), (date, count) => date.AddDays(count))),
        new("date.add_hours date number -> date", (a, _) => Move(a[0], a[1].ToDouble(), (date, count) => date.AddHours(count))),
        new("date.add_milliseconds date number -> date", (a, _) =>
            Move(a[0], a[1].ToDouble(), (date, count) => date.AddMilliseconds(count))),
        new("date.add_minutes date number -> date", (a, _) =>
            Move(a[0], a[1].ToDouble(), (date, count) => date.AddMinutes(count))),
        new("date.add_months date integer -> date", (a, _) =>
            Move(a[0], a[1].ToInt32(), (date, count) => date.AddMonths((int)count))),
        new("date.add_seconds date number -> date", (a, _) =>
            Move(a[0], a[1].ToDouble(), (date, count) => date.AddSeconds(count))),
        new("date.add_years date integer -> date", (a, _) =>
            Move(a[0], a[1].ToInt32(), (date, count) => date.AddYears((int)count))),
        new("date.parse 'text' ['pattern'] ['culture'] -> date", PrepareParse),
        new("date.to_string date? 'pattern' ['culture'] -> text?1", PrepareToString),
    ];

    private static Value Move(Value date, double count, Func<DateTime, double, DateTime> move)
    {
        try
        {
            return Value.Of(move(date.Date, count));
        }
        catch (ArgumentException cause)
        {
            throw Limits.NotComputable("a date outside the years 1 to 9999", cause);
        }
    }

    private static FunctionBody PrepareToString(IReadOnlyList<string?> constants)
    {
        var pattern = DatePattern.Parse(constants[0]!, Cultures.Find(constants[1]));
        return (arguments, _) => arguments[0].IsNull ? default : Value.Of(Limits.Check(pattern.Format(arguments[0].Date)));
    }

    private static FunctionBody PrepareParse(IReadOnlyList<string?> constants)
    {
        var (text, culture) = (constants[0]!, Cultures.Find(constants[2]));
        if (OffsetMark().IsMatch(text))
            throw new FormatException("Une date n'a pas de fuseau horaire : retirer `Z` ou le décalage.");
        var date = DateTime.MinValue;
        var isDate = constants[1] is { } pattern
            ? DatePattern.Parse(pattern, culture) is var format
                && DateTime.TryParseExact(text, format.ForParsing(), format.Culture, DateTimeStyles.None, out date)
            : DateTime.TryParse(text, culture, DateTimeStyles.NoCurrentDateDefault, out date) && date.Year > 1;
        if (!isDate) throw new FormatException($"`{text}` n'est pas une date : écrire par exemple `2027-10-12`.");
        var value = Value.Of(date);
        return (_, _) => value;
    }

    [GeneratedRegex(@"\+\d|[zZ]\s*\z")]
    private static partial Regex OffsetMark();
}
