using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>When the send goes out in each zone, and why then.</summary>
internal static class SendSlots
{
    public static void Write(HtmlMarkup page, PlannedSend plan)
    {
        page.Add($"""
            <section aria-labelledby="slots"><h2 id="slots">Créneaux</h2><p class="soft">Heures locales de chaque caisse.</p><ul>
            """);
        foreach (var zones in plan.Zones.GroupBy(zone => (When: SlotWords.Of(zone, plan.Date.Year), Why: string.Join("\u202F; ", zone.Reasons))))
        {
            var names = zones.Select(zone => ZoneNames.Of(zone.HolidayZone)).Distinct().ToList();
            var where = zones.Count() == plan.Zones.Count ? "Partout" : string.Join(", ", names);
            page.Add($"""<li><strong>{where} :</strong> {zones.Key.When} <span class="soft">{zones.Key.Why}</span></li>""");
        }

        page.Add($"</ul></section>");
    }
}
