using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Calendars;

/// <summary>What several sends and waves have in common.</summary>
/// <param name="Id">Unique in the calendar.</param>
/// <param name="Title">In French, as people will see it.</param>
/// <param name="Type">National, ready-made or custom.</param>
/// <param name="Purpose">Decides STOP, hours and opt-out.</param>
/// <param name="Scale">How large an action it belongs to.</param>
/// <param name="Theme">Two campaigns on one theme can collide.</param>
/// <param name="Seasonal">Tied to a season, such as the flu (domain.md A4, row 63).</param>
/// <param name="Priority">0 to 100; higher wins when pressure must choose.</param>
/// <param name="Caisses">Ids in scope, sorted, with <c>all</c> and <c>except</c> resolved.</param>
/// <param name="Owner">Who answers for it: <c>Dicom/DCP</c>.</param>
/// <param name="Lifecycle">Made anew, or shown again.</param>
/// <param name="Reviewed">When its content was last reviewed; null when nobody said.</param>
/// <param name="Letter">When the caisses get their « lettre-réseau » about it; null for none (domain.md A5, row 83).</param>
/// <param name="Article">Address of its article on ameli.fr; never fetched; null for none (domain.md A3, row 37).</param>
/// <param name="Waiver">Why a waivable rule is not kept here; null when none is asked for.</param>
/// <param name="Places">Where it stands in the file.</param>
public sealed record Campaign(
    string Id,
    string Title,
    CampaignType Type,
    Purpose Purpose,
    CampaignScale Scale,
    string Theme,
    bool Seasonal,
    int Priority,
    IReadOnlyList<string> Caisses,
    string Owner,
    CampaignLifecycle Lifecycle,
    DateOnly? Reviewed,
    DateOnly? Letter,
    string? Article,
    string? Waiver,
    SourcePlaces Places);
