using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Sends as rows of a table; on a phone each is a card. What moves is refreshed in place.</summary>
internal static class SendTable
{
    public static void Write(HtmlMarkup page, IReadOnlyList<BoardRow> rows, DateTimeOffset now)
    {
        page.Add($"""
            <table class="stack full"><caption>Créneaux en heure locale de chaque caisse. Situation au {Moments.InParis(now)} (heure de Paris).</caption>
            <thead><tr><th scope="col">Envoi</th><th scope="col">Public</th><th scope="col">Créneau</th><th scope="col">État</th><th scope="col">Avancement</th></tr></thead>
            <tbody>
            """);
        foreach (var row in rows)
            Write(page, row);
        page.Add($"</tbody></table>");
    }

    private static void Write(HtmlMarkup page, BoardRow row)
    {
        var send = row.Send;
        page.Add($"""
            <tr><th scope="row"><a href="{SendLinks.Of(send.Key)}">{SendTitles.Of(send.Title, send.Key)}</a><br><span class="soft">{Sentence.Capitalized(ValueNames.Of(send.Type))}</span></th>
            <td data-name="Public">{Sentence.Capitalized(ValueNames.Of(send.Population))}, {CaisseNames.ScopeOf(send.Caisses)}<br><span class="soft">{ChannelNames.InOrder(send.Channels)}</span></td>
            <td data-name="Créneau">{Sentence.Capitalized(send.Slot)}</td>
            <td data-name="État" id="{send.Key.Value}-state" data-live>{StateText.Of(row)}</td>
            <td data-name="Avancement" id="{send.Key.Value}-progress" data-live>{ProgressText.Of(row)}</td></tr>
            """);
    }
}
