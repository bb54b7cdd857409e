using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Visas;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>Writes what waits for a visa.</summary>
internal static class VisaListPart
{
    public const string Address = PageAnswers.Home + "/visas";

    private const int UrgentDays = 5;

    private const int PageSize = 50;

    /// <param name="page">Where it is written.</param>
    /// <param name="list">What waits.</param>
    /// <param name="asked">The page of each list, as the address says it.</param>
    /// <param name="now">Business time.</param>
    public static void Write(HtmlMarkup page, VisaList list, Func<string, string?> asked, DateTimeOffset now)
    {
        (string Id, string Title, IReadOnlyList<WaitingVisa> Waiting, string Few, string Many)[] parts =
        [
            ("national", "Contenus à valider par la Dicom", list.National, "contenu national", "contenus nationaux"),
            ("models", "Modèles de la bibliothèque à valider par la Dicom", list.Models, "modèle de la bibliothèque", "modèles de la bibliothèque"),
            ("custom", "Campagnes sur mesure : confirmation par la caisse ou la DDO", list.Custom, "campagne sur mesure", "campagnes sur mesure"),
        ];
        page.Add($"""<p class="tiles">""");
        foreach (var (id, _, waiting, few, many) in parts)
        {
            var urgent = waiting.Count(one => Urgency(one.Request.NeededBy, now).Style.Length > 0);
            page.Add($"""
                <a class="tile {(urgent > 0 ? "wait" : "")}" href="#{id}"><strong>{waiting.Count}</strong> {(waiting.Count < 2 ? few : many)}{(urgent == 0 ? "" : French.Text($", {urgent} à décider sans attendre"))}</a>
                """);
        }

        page.Add($"</p>");
        foreach (var (id, title, waiting, _, _) in parts)
            Write(page, id, title, waiting, asked(id), now);
    }

    /// <summary>« Vaccination ROR : invitation », « Mettre à jour sa carte Vitale, version 1 ».</summary>
    public static string TitleOf(VisaRequest request) => OrderId.IsModel(request.Send)
        ? French.Text($"{request.Title}, version {request.Send.Occurrence.TrimStart('v')}")
        : SendTitles.Of(request.Title, request.Send);

    public static string AddressOf(VisaRequest request) => $"{Address}/{request.Send.Value}/{request.ContentHash}";

    private static void Write(HtmlMarkup page, string id, string title, IReadOnlyList<WaitingVisa> waiting, string? asked, DateTimeOffset now)
    {
        page.Add($"""<section aria-labelledby="{id}"><h2 id="{id}">{French.Typeset(title)} ({waiting.Count})</h2>""");
        if (waiting.Count == 0)
        {
            page.Add($"<p>Rien n'attend de décision.</p></section>");
            return;
        }

        var pager = Pager.Of(asked, waiting.Count, PageSize);
        page.Add($"""<ul class="plain">""");
        foreach (var one in pager.Take(waiting))
            Write(page, one, now);
        page.Add($"</ul>");
        pager.Write(page, number => FormattableString.Invariant($"{Address}?{id}={number}#{id}"), title);
        page.Add($"</section>");
    }

    private static void Write(HtmlMarkup page, WaitingVisa waiting, DateTimeOffset now)
    {
        var request = waiting.Request;
        var (style, urgency) = Urgency(request.NeededBy, now);
        page.Add($"""
            <li class="card {style}"><h3 class="first"><a href="{AddressOf(request)}">{TitleOf(request)}</a></h3>
            <p>À décider avant le {Moments.InParis(request.NeededBy)}{urgency}</p>
            """);
        if (waiting.IsReplaced)
            page.Add($"<p><strong>Remplacée :</strong> une version plus récente du même envoi attend aussi.</p>");
        if (request.Caisse is { } caisse)
            page.Add($"<p>Caisse : {CaisseNames.Of(caisse)}</p>");
        page.Add($"""
            <p class="soft">Écrit par {request.Author}, demandé le {Moments.InParis(request.At)}, modèle <code>{request.Template}</code></p></li>
            """);
    }

    private static (string Style, string Words) Urgency(DateTimeOffset neededBy, DateTimeOffset now) =>
        neededBy <= now ? ("error", French.Text($" : délai dépassé"))
        : LocalTime.DateOf(neededBy, Moments.Office) <= WorkingDays.Add(LocalTime.DateOf(now, Moments.Office), UrgentDays) ? ("warning", French.Text($" : dans moins de {UrgentDays} jours ouvrés"))
        : ("", "");
}
