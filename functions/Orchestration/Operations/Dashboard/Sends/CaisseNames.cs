using Orchestration.Caisses;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Caisses as people write them.</summary>
internal static class CaisseNames
{
    /// <summary>« CPAM de l’Ain »; the id of one that no list has.</summary>
    public static string Of(string caisse) => French.Typeset(CaisseDirectory.Find(caisse)?.Name ?? caisse);

    /// <summary>« 107 caisses »; a caisse alone is named.</summary>
    public static string ScopeOf(IReadOnlyCollection<string> caisses) =>
        caisses.Count == 1 ? Of(caisses.Single()) : French.Count(caisses.Count, "caisse", "caisses");
}
