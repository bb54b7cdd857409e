using System.Globalization;
using Orchestration.Calendars.Reading;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>
/// From French to the words of YAML:
/// <code>
/// règle = clause+
/// clause = "tous les" n "mois" | jours | "du mois" | "à partir de" mois | ( "sauf" | "en" ) mois*
/// jours = rang* jour-de-semaine | "le" n* | "dernier jour"         (* un ou plusieurs, joints par « , » ou « et »)
/// </code>
/// Clauses come in any order: « le troisième mardi tous les 2 mois à partir de janvier ».
/// </summary>
internal sealed class FrenchRecurrence
{
    private readonly FrenchRecurrenceWords words;
    private string? interval;
    private string? days;
    private string? first;
    private string? months;
    private CellReading? fault;

    private FrenchRecurrence(string text) => words = new FrenchRecurrenceWords(text);

    /// <summary>Whether a text was meant as a recurrence, right or wrong.</summary>
    public static bool IsMeant(string text) => new FrenchRecurrenceWords(text).AnyIsKnown;

    public static CellReading Read(string text)
    {
        var rule = new FrenchRecurrence(text);
        while (rule.fault is null && !rule.words.IsAtEnd)
        {
            rule.Clause();
        }

        return rule.fault ?? rule.Canonical();
    }

    private CellReading Canonical()
    {
        if (days is null)
        {
            return Refused($"Il manque le jour.");
        }

        var canonical = $"{interval}{days} of month{first}{months}";
        return RecurrenceParser.Parse(canonical).Fault is { } wrong ? Refused($"{wrong.What}") : canonical;
    }

    private void Clause()
    {
        if (words.Accept("tous", "les") || words.Accept("chaque"))
        {
            Interval();
        }
        else if (words.Accept("a", "partir", "de") || words.Accept("a", "partir", "d"))
        {
            Once(ref first, " from " + Pick(FrenchRecurrenceWords.Months, "un mois"));
        }
        else if (words.Accept("sauf") || words.Accept("hors") || words.Accept("excepte"))
        {
            words.Accept("en");
            Once(ref months, " except " + List(FrenchRecurrenceWords.Months, "un mois"));
        }
        else if (words.Accept("en"))
        {
            Once(ref months, " in " + List(FrenchRecurrenceWords.Months, "un mois"));
        }
        else if (!words.Accept("du", "mois") && !words.Accept("de", "chaque", "mois") && !words.Accept(","))
        {
            Days();
        }
    }

    private void Interval()
    {
        if (words.Accept("mois"))
        {
            return;
        }

        if (int.TryParse(words.Current, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
        {
            words.Next();
            Once(ref interval, string.Create(CultureInfo.InvariantCulture, $"{step} months on "));
        }

        if (interval is null || !words.Accept("mois"))
        {
            Fail($"« {words.Shown} » n'est pas compris après « tous les ».");
        }
    }

    private void Days()
    {
        words.AcceptArticle();
        var ranks = List(FrenchRecurrenceWords.Ranks, "un rang ou un jour");
        if (ranks == "last" && (words.Accept("jour") || words.Accept("jours")))
        {
            Once(ref days, "last day");
        }
        else if (FrenchRecurrenceWords.Weekdays.TryGetValue(words.Current, out var weekday))
        {
            words.Next();
            Once(ref days, $"{ranks} {weekday}");
        }
        else
        {
            Once(ref days, $"day {FrenchRecurrenceWords.AsNumbers(ranks)}");
        }
    }

    private string List(IReadOnlyDictionary<string, string> choice, string name)
    {
        var values = new List<string> { Pick(choice, name) };
        while (fault is null && words.AcceptAnother(choice))
        {
            words.AcceptArticle();
            values.Add(Pick(choice, name));
        }

        return string.Join(", ", values);
    }

    private string Pick(IReadOnlyDictionary<string, string> choice, string name)
    {
        if (choice.TryGetValue(words.Current, out var value))
        {
            words.Next();
            return value;
        }

        fault ??= words.IsAtEnd
            ? Refused($"Il manque {name} à la fin.")
            : NearNames.Find(words.Current, FrenchRecurrenceWords.All) is { } near
                ? CellReading.Refused(
                    ProblemCodes.BadRecurrence, $"« {words.Shown} » n'est pas {name}.", $"Vouliez-vous dire « {near} » ?")
                : Refused($"« {words.Shown} » n'est pas {name}.");
        return "";
    }

    private void Once(ref string? clause, string value)
    {
        if (clause is not null)
        {
            Fail($"« {words.Text} » dit deux fois la même chose.");
        }

        clause = value;
    }

    private void Fail(FrenchText what) => fault ??= Refused(what);

    private static CellReading Refused(FrenchText what) => CellReading.Refused(
        ProblemCodes.BadRecurrence, what,
        $"Par exemple : {"dernier vendredi du mois sauf juillet, août"} ; {"tous les 2 mois le troisième mardi à partir de janvier"}.");
}
