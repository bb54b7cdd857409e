using Orchestration.Calendars;

namespace Orchestration.Planning.Views.OwnedMedia;

/// <summary>Something that the institution's own media do not allow.</summary>
/// <param name="Id">Stable, for machines and tests.</param>
/// <param name="Place">In the file.</param>
/// <param name="What">In French, what was found.</param>
/// <param name="Mend">In French, what to write instead.</param>
/// <param name="Source">Where the rule comes from, such as « A3, ligne 43 » of domain.md.</param>
/// <param name="Waves">Ids of the waves concerned, the one to change first at the head.</param>
internal sealed record OwnedMediaFinding(
    string Id, SourcePlace Place, string What, string Mend, string Source, IReadOnlyList<string> Waves);
