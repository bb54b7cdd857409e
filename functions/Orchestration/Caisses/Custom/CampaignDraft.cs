using Orchestration.Caisses.Library;
using Orchestration.Caisses.Orders;
using Orchestration.Messages.Content;
using Orchestration.Messages.Templates;

namespace Orchestration.Caisses.Custom;

/// <summary>A custom campaign that has no fault: what it says, whom it reaches, when it would go out.</summary>
/// <param name="Layout">The template whose zones were filled in.</param>
/// <param name="Zones">Name to text, as it will be shown.</param>
/// <param name="Filled">The template with these texts.</param>
/// <param name="Bundle">The content to pin.</param>
/// <param name="Wish">What was asked for.</param>
/// <param name="Planning">What that comes to.</param>
public sealed record CampaignDraft(
    LibraryModel Layout,
    IReadOnlyDictionary<string, string> Zones,
    TemplatePackage Filled,
    ContentBundle Bundle,
    OrderWish Wish,
    OrderPlanning Planning);
