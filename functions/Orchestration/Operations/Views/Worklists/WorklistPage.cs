using System.Text;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Views.Worklists;

/// <summary>A worklist for people: one page in French that loads nothing and runs nothing.</summary>
internal static class WorklistPage
{
    public static TimeZoneInfo Office { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static byte[] Write(Worklist list)
    {
        var page = new HtmlMarkup();
        var title = French.Text($"Semaine {list.Week.Number} : {list.Title}");
        page.AddHead(title);
        page.Add($"""
            <h1>{title}</h1>
            <p class="soft">Du {FrenchDates.Long(list.Week.Monday)} au {FrenchDates.Long(list.Week.Sunday)}. État au {Moment(list.At)} (heure de Paris).</p>
            """);
        WriteLate(page, list);
        WriteVisas(page, list);
        WriteLeaving(page, list);
        page.AddEnd();
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void WriteLate(HtmlMarkup page, Worklist list)
    {
        page.Add($"""<section aria-labelledby="late"><h2 id="late">Ce qui est en retard ({list.Late.Count})</h2>""");
        if (list.Late.Count == 0)
        {
            page.Add($"<p>Rien.</p></section>");
            return;
        }

        page.Add($"""<ul class="plain">""");
        foreach (var item in list.Late)
        {
            page.Add($"""
                <li class="card error"><p><strong>{item.CampaignTitle} : {SendNames.Of(item.Send)}</strong></p>
                <p>{Sentence.Capitalized(item.What)}</p><p class="soft">Depuis le {Moment(item.Since)} <code>{item.Send.Value}</code></p></li>
                """);
        }

        page.Add($"</ul></section>");
    }

    private static void WriteVisas(HtmlMarkup page, Worklist list)
    {
        page.Add($"""<section aria-labelledby="visas"><h2 id="visas">Ce qui attend un visa ({list.Visas.Count})</h2>""");
        if (list.Visas.Count == 0)
        {
            page.Add($"<p>Rien.</p></section>");
            return;
        }

        page.Add($"""<ul class="plain">""");
        foreach (var visa in list.Visas)
        {
            page.Add($"""
                <li class="card {(visa.IsUrgent ? "warning" : "")}"><p><strong>{visa.CampaignTitle} : {SendNames.Of(visa.Send)}</strong></p>
                <p>Avant le {Moment(visa.NeededBy)}{Urgency(visa, list)}</p>
                <p class="soft">Modèle <code>{visa.Template}</code>, écrit par {visa.Author} <code>{visa.Send.Value}</code></p></li>
                """);
        }

        page.Add($"</ul></section>");
    }

    private static void WriteLeaving(HtmlMarkup page, Worklist list)
    {
        page.Add($"""<section aria-labelledby="leaving"><h2 id="leaving">Ce qui part ({list.Leaving.Count})</h2>""");
        if (list.Leaving.Count == 0)
        {
            page.Add($"<p>Rien.</p></section>");
            return;
        }

        page.Add($"""
            <div class="wide" role="region" aria-label="Envois de la semaine" tabindex="0"><table><thead><tr><th scope="col">Jours</th><th scope="col">Envoi</th>
            <th scope="col">Public</th><th scope="col">Canal</th><th scope="col">Volume</th><th scope="col">État</th></tr></thead><tbody>
            """);
        foreach (var send in list.Leaving)
        {
            page.Add($"""
                <tr><td>{Days(send, list.Week.Monday.Year)}</td><th scope="row">{send.CampaignTitle} : {SendNames.Of(send.Send)}<br><code class="soft">{send.Send.Value}</code></th>
                <td>{ValueNames.Of(send.Population)}, {French.Count(send.Caisses, "caisse", "caisses")}</td><td>{ChannelNames.InOrder(send.Channels)}</td>
                <td>{VolumeWords.Of(send.Volume)}</td><td>{send.State}</td></tr>
                """);
        }

        page.Add($"</tbody></table></div></section>");
    }

    private static string Days(LeavingSend send, int year) => send.From == send.Until
        ? FrenchDates.Short(send.From, year)
        : French.Text($"{FrenchDates.Short(send.From, year)} – {FrenchDates.Short(send.Until, year)}");

    private static string Urgency(AwaitedVisa visa, Worklist list) =>
        visa.NeededBy <= list.At ? French.Text($" : délai dépassé")
        : visa.IsUrgent ? ", avant la fin de cette semaine"
        : "";

    private static string Moment(DateTimeOffset at) =>
        French.Text($"{FrenchDates.Long(LocalTime.DateOf(at, Office))} à {FrenchDates.Hour(LocalTime.HourOf(at, Office))}");
}
