using System.Globalization;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// The words that may stand at one place of a recurrence: what they are called in French, some of them, what each is worth.
/// </summary>
internal sealed record RecurrenceWords(string Name, string Example, IReadOnlyDictionary<string, int> Values)
{
    // Every month has a 28th; a rule on the 30th would skip February without saying so.
    private const int LastSafeDay = 28;

    public static RecurrenceWords Ordinals { get; } = new(
        "un rang",
        "first, second, third, fourth, fifth, last",
        new Dictionary<string, int>([
            .. Numbered(1, "first", "second", "third", "fourth", "fifth"),
            .. Numbered(1, "1st", "2nd", "3rd", "4th", "5th"),
            new("last", MonthDay.Last),
        ]));

    public static RecurrenceWords Weekdays { get; } = new("un jour de la semaine", "monday, tuesday…", Numbered(
        0, "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"));

    public static RecurrenceWords Months { get; } = new("un mois", "january, february…", Numbered(
        1, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"));

    public static RecurrenceWords DaysOfMonth { get; } = new(
        "un jour du mois de 1 à 28", "day 15 of month, last day of month",
        Numbered(1, [.. Enumerable.Range(1, LastSafeDay).Select(day => day.ToString(CultureInfo.InvariantCulture))]));

    /// <summary>What to say of a word that is none of these.</summary>
    public RecurrenceFault Refuse(string word, int offset) => new(
        offset,
        word.Length == 0 ? French.Text($"Il manque {Name} à la fin.") : French.Text($"« {word} » n'est pas {Name}."),
        word.Any(char.IsLetter) && NearNames.Find(word, Values.Keys) is { } near
            ? French.Text($"Vouliez-vous dire « {near} » ?")
            : French.Text($"Par exemple : {Example}"));

    private static Dictionary<string, int> Numbered(int first, params string[] words) =>
        words.Index().ToDictionary(word => word.Item, word => word.Index + first);
}

/// <summary>What is wrong with a recurrence, in French, and the offset of the faulty word in its text.</summary>
internal sealed record RecurrenceFault(int Offset, string What, string Mend);
