using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Calendars.Reading;

/// <summary>Reads the entries under <c>campaigns:</c>.</summary>
internal static class CampaignReader
{
    private const int HighestPriority = 100;

    public static IReadOnlyList<string> Keys { get; } =
        ["id", "title", "type", "purpose", "scale", "theme", "seasonal", "priority", "caisses", "except", "owner",
         "lifecycle", "reviewed", "letter", "article", "waiver"];

    /// <returns>Null when something that it needs is missing or wrong.</returns>
    public static Campaign? Read(Section section)
    {
        var id = section.Id("id");
        var title = section.Text("title");
        var type = section.Choice<CampaignType>("type");
        var purpose = section.Choice<Purpose>("purpose");
        var scale = section.Choice<CampaignScale>("scale");
        var theme = section.Text("theme");
        var isSeasonal = section.Boolean("seasonal") ?? false;
        var priority = section.Integer("priority", 0, HighestPriority);
        var caisses = CaisseScope.Read(section);
        var owner = section.Text("owner");
        var lifecycle = section.Choice<CampaignLifecycle>("lifecycle", required: false) ?? CampaignLifecycle.Creation;
        var (reviewed, letter) = (section.Date("reviewed", required: false), section.Date("letter", required: false));
        var (article, waiver) = (section.Link("article"), section.Text("waiver", required: false));
        return id is null || title is null || type is null || purpose is null || scale is null || theme is null
            || priority is null || caisses is null || owner is null
            ? null
            : new Campaign(
                id, title, type.Value, purpose.Value, scale.Value, theme, isSeasonal, priority.Value, caisses, owner,
                lifecycle, reviewed, letter, article, waiver, section.Places);
    }
}
