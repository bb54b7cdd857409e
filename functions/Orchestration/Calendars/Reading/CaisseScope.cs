using Orchestration.Caisses;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads which caisses a campaign is for: <c>caisses: all</c> or a list of ids, less those of <c>except:</c>.</summary>
internal static class CaisseScope
{
    private const string Everywhere = "all";

    private static readonly IReadOnlyList<string> AllIds = [.. CaisseDirectory.All.Select(caisse => caisse.Id)];

    /// <returns>Ids, sorted; null when the scope cannot be told.</returns>
    public static IReadOnlyList<string>? Read(Section section)
    {
        IEnumerable<string>? included = section.IsList("caisses") ? Ids(section, "caisses") : All(section);
        var excluded = section.Has("except") ? Ids(section, "except") : [];
        if (included is null || excluded is null)
        {
            return null;
        }

        IReadOnlyList<string> scope = [.. included.Except(excluded).Order(StringComparer.Ordinal)];
        if (scope.Count == 0)
        {
            section.Problems.Error(
                ProblemCodes.NoCaisse, section.PlaceOf("caisses"),
                $"Il ne reste aucune caisse.", $"Nommez au moins une caisse, ou « {section.Names.Value("caisses", Everywhere)} » pour toutes.");
        }

        return scope;
    }

    private static IReadOnlyList<string>? All(Section section)
    {
        if (section.Scalar("caisses") is not { } scalar)
        {
            return null;
        }

        if (scalar.Value == Everywhere)
        {
            return AllIds;
        }

        section.Problems.Error(
            ProblemCodes.WrongType, section.PlaceOf("caisses"),
            $"« {section.Names.Name("caisses")} » attend « {section.Names.Value("caisses", Everywhere)} » ou une liste, "
                + $"et non « {scalar.Shown} ».",
            $"Écrivez {section.Names.Value("caisses", Everywhere)}, ou une liste : {section.Names.Value("caisses", "[CPAM-01, CPAM-02]")}");
        return null;
    }

    private static HashSet<string>? Ids(Section section, string key)
    {
        if (section.Scalars(key) is not { } items)
        {
            return null;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (scalar, place) in items)
        {
            var isNew = ids.Add(scalar.Value);
            if (CaisseDirectory.Find(scalar.Value) is null)
            {
                section.Problems.Unknown(
                    ProblemCodes.UnknownCaisse, place, $"La caisse « {scalar.Value} » n'existe pas.", scalar.Value, AllIds);
            }
            else if (!isNew)
            {
                section.Problems.Error(
                    ProblemCodes.RepeatedValue, place, $"« {scalar.Value} » est donnée deux fois.", $"Gardez-la une fois.");
            }
        }

        return ids;
    }
}
