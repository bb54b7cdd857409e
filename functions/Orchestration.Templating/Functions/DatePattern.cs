using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Orchestration.Templating.Functions;

/// <summary>A <c>strftime</c> pattern: <c>%d/%m/%Y</c>. Read once, when the template is loaded.</summary>
internal sealed class DatePattern
{
    private readonly List<Func<DateTime, string>> _pieces = [];
    private readonly StringBuilder _forParsing = new();
    private char _unparsable;

    private DatePattern(CultureInfo culture) => Culture = culture;

    private delegate string Formatter(DateTime date, CultureInfo culture);

    /// <summary>The .NET format of each letter; those without one cannot be parsed.</summary>
    private static readonly FrozenDictionary<char, string> Formats = new Dictionary<char, string>
    {
        ['a'] = "ddd",
        ['A'] = "dddd",
        ['b'] = "MMM",
        ['B'] = "MMMM",
        ['c'] = "ddd MMM dd HH:mm:ss yyyy",
        ['d'] = "dd",
        ['D'] = "MM/dd/yy",
        ['F'] = "yyyy-MM-dd",
        ['h'] = "MMM",
        ['H'] = "HH",
        ['I'] = "hh",
        ['L'] = "fff",
        ['m'] = "MM",
        ['M'] = "mm",
        ['N'] = "fffffff00",
        ['p'] = "tt",
        ['r'] = "hh:mm:ss tt",
        ['R'] = "HH:mm",
        ['S'] = "ss",
        ['T'] = "HH:mm:ss",
        ['x'] = "d",
        ['X'] = "T",
        ['y'] = "yy",
        ['Y'] = "yyyy",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, Formatter> Computed = new Dictionary<char, Formatter>
    {
        ['%'] = (_, _) => "%",
        ['C'] = (date, culture) => (date.Year / 100).ToString("D2", culture),
        ['e'] = (date, culture) => date.Day.ToString(culture).PadLeft(2),
        ['j'] = (date, culture) => date.DayOfYear.ToString("D3", culture),
        ['k'] = (date, culture) => date.Hour.ToString(culture).PadLeft(2),
        ['l'] = (date, culture) => date.ToString("%h", culture).PadLeft(2),
        ['n'] = (_, _) => "\n",
        ['P'] = (date, culture) => date.ToString("tt", culture).ToLowerInvariant(),
        ['t'] = (_, _) => "\t",
        ['u'] = (date, culture) => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(culture),
        ['U'] = (date, culture) => Week(date, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday, culture),
        ['v'] = (date, _) => VmsDate(date),
        ['V'] = (date, culture) => Week(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday, culture),
        ['w'] = (date, culture) => ((int)date.DayOfWeek).ToString(culture),
        ['W'] = (date, culture) => Week(date, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday, culture),
    }.ToFrozenDictionary();

    /// <summary>The culture asked for, or the invariant one after <c>%g</c>.</summary>
    public CultureInfo Culture { get; private set; }

    /// <exception cref="FormatException">A letter means nothing.</exception>
    public static DatePattern Parse(string text, CultureInfo culture)
    {
        var pattern = new DatePattern(culture);
        if (text == "%g") text = "%g %d %b %Y";
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length) pattern.AddLetter(text[++i]);
            else pattern.AddCharacter(text[i]);
        }

        return pattern;
    }

    public string Format(DateTime date)
    {
        var text = new StringBuilder();
        foreach (var piece in _pieces) text.Append(piece(date));
        return text.ToString();
    }

    /// <summary>As a .NET format.</summary>
    /// <exception cref="FormatException">A letter cannot be parsed.</exception>
    public string ForParsing() => _unparsable == '\0'
        ? _forParsing.ToString()
        : throw new FormatException(
            $"`%{_unparsable}` ne sert qu'à écrire une date, pas à la lire : employer `%d`, `%m` et `%Y`.");

    private void AddLetter(char letter)
    {
        if (letter == 'g') Culture = CultureInfo.InvariantCulture;
        else if (Formats.TryGetValue(letter, out var format)) AddFormat(format, Culture);
        else if (Computed.TryGetValue(letter, out var formatter)) AddComputed(letter, formatter, Culture);
        else throw new FormatException($"`%{letter}` ne veut rien dire dans un format de date : écrire par exemple `%d/%m/%Y`.");
    }

    private void AddFormat(string format, CultureInfo culture)
    {
        _pieces.Add(date => date.ToString(format, culture));

        // Scriban reads short month names where it writes long ones.
        _forParsing.Append(format == "MMMM" ? "MMM" : format);
    }

    private void AddComputed(char letter, Formatter formatter, CultureInfo culture)
    {
        _pieces.Add(date => formatter(date, culture));
        _unparsable = letter;
    }

    private void AddCharacter(char c)
    {
        var text = c.ToString();
        _pieces.Add(_ => text);
        _forParsing.Append(c);
    }

    private static string Week(DateTime date, CalendarWeekRule rule, DayOfWeek firstDay, CultureInfo culture) =>
        culture.Calendar.GetWeekOfYear(date, rule, firstDay).ToString("D2", culture);

    /// <summary><c>12-OCT-2027</c>.</summary>
    private static string VmsDate(DateTime date) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{date.Year:D4}");
}
