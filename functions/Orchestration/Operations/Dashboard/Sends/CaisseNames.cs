using Orchestration.Caisses;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Caisses as people write them.</summary>
internal static class CaisseNames
{
    /// <summary>« CPAM de l’Ain »; the id of one that no list has.</summary>
    public static string Of(string caisse) => French.Typeset(CaisseDirectory.Find(caisse)?.Name ?? caisse);
}
