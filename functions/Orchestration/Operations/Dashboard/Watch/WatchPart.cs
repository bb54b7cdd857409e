using Orchestration.Campaigns.Control;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Watch;

/// <summary>Writes what is worth a look, the gravest first; every entry says why it is there and leads to its send.</summary>
internal static class WatchPart
{
    public static void Write(HtmlMarkup page, WatchView view, ControlEntry? stop)
    {
        page.Add($"""
            <div id="watch" data-live>
            <p class="tiles">
            <a class="tile {(view.Late.Count > 0 ? "bad" : "")}" href="#late"><strong>{view.Late.Count}</strong> en retard</a>
            <a class="tile {(view.Stuck.Count > 0 ? "wait" : "")}" href="#stuck"><strong>{view.Stuck.Count}</strong> {(view.Stuck.Count < 2 ? "bloqué" : "bloqués")}</a>
            <a class="tile" href="#upcoming"><strong>{view.Upcoming.Count}</strong> dans les sept jours</a>
            </p>
            """);
        if (stop is not null)
            page.Add($"""<p class="card error"><strong>Arrêt général</strong> depuis le {Moments.InParis(stop.At)}, par {stop.By} : {stop.Reason}</p>""");
        Write(page, "late", "En retard", "error", view.Late, "Rien n’est en retard.");
        Write(page, "stuck", "Bloqués ou sans progrès", "warning", view.Stuck, "Rien n’est bloqué.");
        WriteUpcoming(page, view.Upcoming);
        page.Add($"</div>");
    }

    private static void Write(HtmlMarkup page, string id, string title, string style, IReadOnlyList<WatchItem> items, string none)
    {
        page.Add($"""<section aria-labelledby="{id}"><h2 id="{id}">{title} ({items.Count})</h2>""");
        if (items.Count == 0)
        {
            page.Add($"<p>{none}</p></section>");
            return;
        }

        page.Add($"""<ul class="plain">""");
        foreach (var item in items)
        {
            page.Add($"""
                <li class="card {style}"><p><a href="{AddressOf(item)}"><strong>{NameOf(item)}</strong></a> {State(item)}</p>
                <p>{Sentence.Capitalized(item.What)}</p></li>
                """);
        }

        page.Add($"</ul></section>");
    }

    private static void WriteUpcoming(HtmlMarkup page, IReadOnlyList<WatchItem> items)
    {
        page.Add($"""<section aria-labelledby="upcoming"><h2 id="upcoming">Dans les sept jours ({items.Count})</h2>""");
        if (items.Count == 0)
            page.Add($"<p>Aucun envoi ne part dans les sept jours.</p>");
        foreach (var day in items.GroupBy(item => LocalTime.DateOf(item.At, Moments.Office)))
        {
            page.Add($"""<h3>{Sentence.Capitalized(FrenchDates.Long(day.Key))}</h3><ul class="plain">""");
            foreach (var item in day)
                page.Add($"""<li class="card"><p><a href="{AddressOf(item)}"><strong>{NameOf(item)}</strong></a> {State(item)}</p><p class="soft">{Sentence.Capitalized(item.What)}</p></li>""");
            page.Add($"</ul>");
        }

        page.Add($"</section>");
    }

    private static string AddressOf(WatchItem item) => SendLinks.Of(item.Send.Send.Key);

    private static string NameOf(WatchItem item) => SendTitles.WithCaisse(item.Send.Send);

    private static HtmlMarkup.Fragment State(WatchItem item) => HtmlMarkup.Part(
        $"""<span class="state {BoardStates.LookOf(item.Send.State)}">{Sentence.Capitalized(BoardStates.NameOf(item.Send.State))}</span>""");
}
