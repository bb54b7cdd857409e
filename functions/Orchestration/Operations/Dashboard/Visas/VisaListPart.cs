using Orchestration.Caisses;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Visas;
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

    public static void Write(HtmlMarkup page, VisaList list, DateTimeOffset now)
    {
        Write(page, "national", "Contenus à valider par la Dicom", list.National, now);
        Write(page, "models", "Modèles de la bibliothèque à valider par la Dicom", list.Models, now);
        Write(page, "custom", "Campagnes sur mesure : confirmation par la caisse ou la DDO", list.Custom, now);
    }

    /// <summary>« Vaccination ROR : invitation », « Mettre à jour sa carte Vitale, version 1 ».</summary>
    public static string TitleOf(VisaRequest request) => OrderId.IsModel(request.Send)
        ? French.Text($"{request.Title}, version {request.Send.Occurrence.TrimStart('v')}")
        : French.Text($"{request.Title} : {SendNames.Of(request.Send)}");

    public static string AddressOf(VisaRequest request) => $"{Address}/{request.Send.Value}/{request.ContentHash}";

    private static void Write(HtmlMarkup page, string id, string title, IReadOnlyList<WaitingVisa> waiting, DateTimeOffset now)
    {
        page.Add($"""<section aria-labelledby="{id}"><h2 id="{id}">{French.Typeset(title)} ({waiting.Count})</h2>""");
        if (waiting.Count == 0)
        {
            page.Add($"<p>Rien n'attend.</p></section>");
            return;
        }

        page.Add($"""<ul class="plain">""");
        foreach (var one in waiting)
            Write(page, one, now);
        page.Add($"</ul></section>");
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
            page.Add($"<p>Caisse : {CaisseDirectory.Find(caisse)?.Name ?? caisse}</p>");
        page.Add($"""
            <p class="soft">Écrit par {request.Author}, demandé le {Moments.InParis(request.At)}, modèle <code>{request.Template}</code></p></li>
            """);
    }

    private static (string Style, string Words) Urgency(DateTimeOffset neededBy, DateTimeOffset now) =>
        neededBy <= now ? ("error", French.Text($" : délai dépassé"))
        : LocalTime.DateOf(neededBy, Moments.Office) <= WorkingDays.Add(LocalTime.DateOf(now, Moments.Office), UrgentDays) ? ("warning", French.Text($" : dans moins de {UrgentDays} jours ouvrés"))
        : ("", "");
}
