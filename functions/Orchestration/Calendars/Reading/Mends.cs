using System.Collections.Frozen;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>Ways to mend what recurs: what to write after a key, which name was meant.</summary>
internal static class Mends
{
    // Longer lists (caisses, templates) are no help to read; the nearest name is.
    private const int LongestList = 15;

    private static readonly FrozenDictionary<string, string> Examples = new Dictionary<string, string>
    {
        ["calendar"] = "relationnel-2027",
        ["title"] = "Vaccination contre la grippe",
        ["year"] = "2027",
        ["revision_of"] = "3",
        ["id"] = "grippe-2027",
        ["type"] = "national",
        ["purpose"] = "health",
        ["scale"] = "large",
        ["theme"] = "vaccination",
        ["seasonal"] = "true",
        ["priority"] = "50",
        ["caisses"] = "all",
        ["except"] = "[CGSS-974]",
        ["owner"] = "Dicom/DCP",
        ["campaign"] = "grippe-2027",
        ["start"] = "2027-10-12",
        ["end"] = "2027-10-31",
        ["media"] = "[tv, digital, radio]",
        ["public"] = "insured",
        ["audience"] = "'age >= 65'",
        ["channels"] = "[email, sms]",
        ["template"] = "national/grippe-invitation",
        ["at"] = "grippe-v1.start - 7d",
        ["every"] = "last friday of month",
        ["spread"] = "4d",
        ["on_holiday"] = "previous",
        ["window"] = "\"09:00-11:00\"",
        ["waiver"] = "accord de la direction du 12/1",
        ["remind"] = "grippe-2027/invitation",
        ["lifecycle"] = "rebroadcast",
        ["reviewed"] = "2026-11-30",
        ["letter"] = "2027-09-07",
        ["article"] = "https://www.ameli.fr/assure/actualites",
        ["homepage"] = "card",
        ["screens"] = "10",
        ["budget"] = "350.5",
        ["on"] = "pic-epidemique",
        ["from"] = "2027-12-10",
        ["volume"] = "1200000",
        ["calls"] = "2",
        ["inserts"] = "[grippe-2027]",
    }.ToFrozenDictionary();

    /// <summary>« Écrivez par exemple : priority: 50 ».</summary>
    public static FrenchText Example(this Vocabulary names, string key)
    {
        if (Examples.TryGetValue(key, out var example))
        {
            return $"Écrivez par exemple : {names.Pair(key, example)}";
        }

        return $"Sous « {key}: », commencez chaque élément par « - id: ».";
    }

    /// <summary>A value that the key may have, as YAML has it; null when the key takes a list of groups.</summary>
    public static string? ExampleOf(string key) => Examples.GetValueOrDefault(key);

    /// <summary>Reports a name that does not exist, with the one that was probably meant.</summary>
    public static void Unknown(
        this ProblemList problems, string code, SourcePlace place, FrenchText what, string given, IReadOnlyCollection<string> names)
    {
        // Looking for near names costs more than the rest of a problem: a hostile file must not have it done for problems nobody sees.
        problems.Error(code, place, what, problems.IsFull ? $"" : Choose(given, names));
    }

    private static FrenchText Choose(string given, IReadOnlyCollection<string> names)
    {
        if (NearNames.Find(given, names) is { } near)
        {
            return $"Vouliez-vous dire « {near} » ?";
        }

        if (names.Count is > 0 and <= LongestList)
        {
            return $"Possibles ici : {French.Or([.. names.Order(StringComparer.Ordinal)])}.";
        }

        return $"Vérifiez l'orthographe : rien d'approchant n'existe.";
    }
}
