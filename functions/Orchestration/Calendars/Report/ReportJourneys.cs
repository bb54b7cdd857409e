using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>What has no date of its own: journeys, and sends that wait for a trigger.</summary>
internal static class ReportJourneys
{
    public static void Write(HtmlMarkup page, ReportViews views, ReportLinks links)
    {
        WriteJourneys(page, views, links);
        WriteAwaited(page, views, links);
    }

    private static void WriteJourneys(HtmlMarkup page, ReportViews views, ReportLinks links)
    {
        if (views.Plan.Journeys.Count == 0)
        {
            return;
        }

        page.Add($"""
            <section aria-labelledby="journeys">
            <h2 id="journeys">Parcours</h2>
            <p class="soft">Chaque jour, ils partent vers les personnes dont c'est le jour.</p>
            """);
        foreach (var journey in views.Plan.Journeys)
        {
            var path = SendNames.PathOf(journey.Model.Key);
            page.Add($"""
                <article class="card" id="{ReportLinks.OfSend(path)}">
                <h3>{path}</h3>
                <p class="soft">{journey.Model.CampaignTitle}</p>
                <dl class="inline">
                <div><dt>Période</dt><dd>du {FrenchDates.Long(journey.From)} au {FrenchDates.Long(journey.Until)}</dd></div>
                """);
            ReportPlan.WriteFacts(page, journey.Model);
            page.Add($"""
                <div><dt>Volume</dt><dd>{VolumeWords.Of(views.Plan.Volumes.GetValueOrDefault(journey.Model.Key), "par jour")}</dd></div>
                </dl>
                """);
            ReportProblems.WriteLinks(page, links, links.ProblemsOfSend(path));
            page.Add($"</article>");
        }

        page.Add($"</section>");
    }

    private static void WriteAwaited(HtmlMarkup page, ReportViews views, ReportLinks links)
    {
        if (views.Plan.Awaited.Count == 0)
        {
            return;
        }

        page.Add($"""
            <section aria-labelledby="awaited">
            <h2 id="awaited">Envois qui attendent un déclencheur</h2>
            <ul>
            """);
        foreach (var send in views.Plan.Awaited)
        {
            var path = $"{send.Campaign}/{send.Send}";
            page.Add($"""
                <li id="{ReportLinks.OfSend(path)}"><strong>{path}</strong> : dès qu'un opérateur lève <code>{send.Trigger}</code>{From(send)}.
                """);
            ReportProblems.WriteLinks(page, links, links.ProblemsOfSend(path));
            page.Add($"</li>");
        }

        page.Add($"</ul></section>");
    }

    private static string From(AwaitedSend send) => send.From is { } from ? French.Text($", pas avant le {FrenchDates.Long(from)}") : "";
}
