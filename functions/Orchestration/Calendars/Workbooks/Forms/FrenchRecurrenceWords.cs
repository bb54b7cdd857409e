using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>The words of a recurrence in French, one after the other, whatever their case and accents.</summary>
internal sealed partial class FrenchRecurrenceWords
{
    private const int DaysInWeek = 7;
    private const int LongestMonth = 31;

    private static readonly string[] Articles = ["le", "la", "les", "l", "en"];

    private readonly MatchCollection words;
    private int next;

    public FrenchRecurrenceWords(string text)
    {
        Text = text;
        words = Word().Matches(text);
    }

    /// <summary>« premier », « 1er », « 15 », « dernier »: as YAML has them; the numbers serve for days too.</summary>
    public static IReadOnlyDictionary<string, string> Ranks { get; } = new Dictionary<string, string>([
        .. Ordinal("first", "premier", "premiers", "1er", "1ers"),
        .. Ordinal("second", "deuxieme", "deuxiemes", "second", "seconds", "2e", "2eme"),
        .. Ordinal("third", "troisieme", "troisiemes", "3e", "3eme"),
        .. Ordinal("fourth", "quatrieme", "quatriemes", "4e", "4eme"),
        .. Ordinal("fifth", "cinquieme", "cinquiemes", "5e", "5eme"),
        .. Ordinal("last", "dernier", "derniers"),
        .. Enumerable.Range(1, LongestMonth).Select(day => day.ToString(CultureInfo.InvariantCulture)).Select(day => KeyValuePair.Create(day, day)),
    ]);

    public static IReadOnlyDictionary<string, string> Weekdays { get; } = new Dictionary<string, string>(
        Enumerable.Range(0, DaysInWeek).Select(day => (DayOfWeek)day).SelectMany(
            day => Ordinal(day.ToString().ToLowerInvariant(), FrenchDates.NameOf(day), FrenchDates.NameOf(day) + "s")));

    public static IReadOnlyDictionary<string, string> Months { get; } = new Dictionary<string, string>(
        Enumerable.Range(1, 12).Select(month => KeyValuePair.Create(
            Folded.Of(FrenchDates.MonthName(month)), CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant())));

    /// <summary>What may be meant by a word that is none of them.</summary>
    public static IReadOnlyCollection<string> All { get; } =
        [.. Enumerable.Range(0, DaysInWeek).Select(day => FrenchDates.NameOf((DayOfWeek)day)), .. Enumerable.Range(1, 12).Select(FrenchDates.MonthName),
         "premier", "deuxième", "troisième", "quatrième", "cinquième", "dernier", "mois", "jour", "sauf", "chaque"];

    public string Text { get; }

    public bool IsAtEnd => next >= words.Count;

    public string Current => At(next);

    /// <summary>The word as it was written.</summary>
    public string Shown => IsAtEnd ? "" : words[next].Value;

    public bool AnyIsKnown => Enumerable.Range(0, words.Count).Select(At).Any(
        word => Weekdays.ContainsKey(word) || Months.ContainsKey(word) || word is "mois" or "dernier" or "premier" or "jour" or "chaque");

    /// <summary>Day numbers for ranks, since « le 1er du mois » is a day.</summary>
    public static string AsNumbers(string ranks) => ranks
        .Replace("first", "1", StringComparison.Ordinal).Replace("second", "2", StringComparison.Ordinal)
        .Replace("third", "3", StringComparison.Ordinal).Replace("fourth", "4", StringComparison.Ordinal)
        .Replace("fifth", "5", StringComparison.Ordinal);

    public void Next() => next++;

    public bool Accept(params string[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (At(next + i) != expected[i])
            {
                return false;
            }
        }

        next += expected.Length;
        return true;
    }

    public void AcceptArticle() => next += Articles.Contains(Current) ? 1 : 0;

    /// <summary>« , » or « et », when one more of the same comes after it.</summary>
    public bool AcceptAnother(IReadOnlyDictionary<string, string> choice)
    {
        if (Current is not ("," or "et"))
        {
            return false;
        }

        var after = next + (Articles.Contains(At(next + 1)) ? 2 : 1);
        var goesOn = Current == "et" || choice.ContainsKey(At(after));
        next += goesOn ? 1 : 0;
        return goesOn;
    }

    private static IEnumerable<KeyValuePair<string, string>> Ordinal(string value, params string[] words) =>
        words.Select(word => KeyValuePair.Create(word, value));

    private string At(int index) => index < words.Count ? Folded.Of(words[index].Value) is { Length: > 0 } word ? word : words[index].Value : "";

    [GeneratedRegex(@"[\p{L}\p{N}]+|[^\s\p{L}\p{N}]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
