using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Every occurrence, month by month, with its slots in each zone and how they came about.</summary>
internal static class ReportPlan
{
    public static void Write(HtmlMarkup page, ReportViews views, ReportLinks links)
    {
        var sends = views.Plan.Sends;
        if (sends.Count == 0)
        {
            return;
        }

        page.Add($"""
            <section aria-labelledby="plan">
            <h2 id="plan">Plan</h2>
            <p>{French.Count(sends.Count, "envoi", "envois")}. Les heures sont celles de chaque caisse.</p>
            """);
        var ordered = sends.OrderBy(send => send.Date).ThenBy(send => send.Key.Value, StringComparer.Ordinal);
        foreach (var month in ordered.GroupBy(send => FrenchDates.MonthYear(send.Date)))
        {
            page.Add($"<details open><summary><h3>{Sentence.Capitalized(month.Key)}</h3></summary>");
            foreach (var send in month)
            {
                Write(page, send, views, links);
            }

            page.Add($"</details>");
        }

        page.Add($"</section>");
    }

    private static void Write(HtmlMarkup page, PlannedSend send, ReportViews views, ReportLinks links)
    {
        page.Add($"""
            <article class="card" id="{ReportLinks.Of(send)}">
            <h4>{FrenchDates.Long(send.Date)} : {SendNames.Of(send)}</h4>
            <p class="soft">{send.CampaignTitle} <code>{send.Key.Value}</code></p>
            <dl class="inline">
            """);
        WriteFacts(page, send);
        page.Add($"""
            <div><dt>Volume</dt><dd>{VolumeWords.Of(views.Plan.Volumes.GetValueOrDefault(send.Key))}</dd></div>
            </dl>
            """);
        ReportProblems.WriteLinks(page, links, links.ProblemsOfSend(SendNames.PathOf(send.Key)));
        page.Add($"""
            <ul class="slots">
            """);
        var groups = send.Zones.GroupBy(zone => (When: SlotWords.Of(zone, send.Date.Year), Why: string.Join("\u202F; ", zone.Reasons)));
        foreach (var zones in groups)
        {
            var names = zones.Select(zone => ZoneNames.Of(zone.HolidayZone)).ToList();
            var where = names.Count == send.Zones.Count ? "Partout" : string.Join(", ", names);
            page.Add($"""
                <li><strong>{where} :</strong> {zones.Key.When} <span class="soft">{zones.Key.Why}</span></li>
                """);
        }

        page.Add($"""
            </ul>
            </article>
            """);
    }

    /// <summary>To whom and through what.</summary>
    public static void WriteFacts(HtmlMarkup page, PlannedSend send) => page.Add($"""
        <div><dt>Public</dt><dd>{ValueNames.Of(send.Population)}, {French.Count(send.Caisses.Count, "caisse", "caisses")}</dd></div>
        <div><dt>Canal</dt><dd>{ChannelNames.InOrder(send.Channels)}</dd></div>
        <div><dt>Modèle</dt><dd><code>{send.Template}</code></dd></div>
        <div><dt>Audience</dt><dd><code>{send.Criterion}</code></dd></div>
        """);
}
