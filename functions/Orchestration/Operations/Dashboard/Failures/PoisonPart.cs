using Orchestration.Delivery.Poison;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>Writes the messages that were given up, queue by queue.</summary>
internal static class PoisonPart
{
    private const int MostDecisions = 10;

    public static string AddressOf(string queue, PoisonAction action, string? id = null) =>
        $"{FailuresPart.Address}/{queue}/{PoisonWords.WordOf(action)}{(id is null ? "" : $"?id={Uri.EscapeDataString(id)}")}";

    public static void Write(DashboardPage page, IReadOnlyList<PoisonPile> piles, IReadOnlyList<PoisonDecision> decisions, DateTimeOffset now)
    {
        page.Markup.Add($"""
            <section aria-labelledby="poison"><h2 id="poison">Messages abandonnés par les files</h2>
            <p class="soft">Un message est abandonné après plusieurs essais. Le remettre ne fait rien deux fois : ce qui est déjà remis est passé.</p>
            """);
        foreach (var pile in piles)
            Write(page, pile, now);
        WriteDecisions(page.Markup, decisions);
        page.Markup.Add($"</section>");
    }

    private static void Write(DashboardPage page, PoisonPile pile, DateTimeOffset now)
    {
        page.Markup.Add($"""<h3>{PoisonWords.NameOf(pile.Queue)}</h3>""");
        if (pile.Count == 0)
        {
            page.Markup.Add($"<p>Aucun message abandonné.</p>");
            return;
        }

        var mayAct = page.Offers(Role.Operator);
        page.Markup.Add($"<p><strong>{PoisonWords.CountOf(pile)}</strong>{(pile.Count > pile.First.Count ? French.Text($", dont voici les {pile.First.Count} plus anciens") : "")}</p>");
        if (mayAct)
        {
            page.Markup.Add($"""
                <p class="actions"><a class="button small" href="{AddressOf(pile.Queue, PoisonAction.Replay)}">Tout remettre sur la file…</a>
                <a class="button danger small" href="{AddressOf(pile.Queue, PoisonAction.Discard)}">Tout écarter…</a></p>
                """);
        }

        page.Markup.Add($"""
            <table class="full stack"><thead><tr><th scope="col">Lot</th><th scope="col">Abandonné</th><th scope="col">Motif</th>{(mayAct ? HtmlMarkup.Part($"<th scope=\"col\">Actions</th>") : HtmlMarkup.Part($""))}</tr></thead><tbody>
            """);
        foreach (var item in pile.First)
            Write(page.Markup, pile.Queue, item, now, mayAct);
        page.Markup.Add($"</tbody></table>");
    }

    private static void Write(HtmlMarkup page, string queue, PoisonItem item, DateTimeOffset now, bool mayAct)
    {
        page.Add($"<tr><th scope=\"row\">{Reference(item)}</th>");
        page.Add($"""
            <td data-name="Abandonné">{PoisonWords.Age(now - item.Since)}</td>
            <td data-name="Motif">{PoisonWords.Of(item.Reason)}<br><code class="soft">{item.Reason?.Error}</code></td>
            """);
        if (mayAct)
        {
            page.Add($"""
                <td><a href="{AddressOf(queue, PoisonAction.Replay, item.Id)}">Remettre<span class="hidden"> {NameOf(item)}</span></a>
                <a href="{AddressOf(queue, PoisonAction.Discard, item.Id)}">Écarter<span class="hidden"> {NameOf(item)}</span></a></td>
                """);
        }

        page.Add($"</tr>");
    }

    public static string NameOf(PoisonItem item) => item.Lot is { } lot ? $"le lot {lot}" : "un message sans lot lisible";

    private static HtmlMarkup.Fragment Reference(PoisonItem item) => item.Lot is { } lot
        ? HtmlMarkup.Part($"""<a href="{SendLinks.Of(lot.Send)}">{SendNames.PathOf(lot.Send)}</a>, {lot.Caisse}, lot {lot.Number}<br><code class="soft">{lot.ToString()}</code>""")
        : HtmlMarkup.Part($"sans lot lisible");

    private static void WriteDecisions(HtmlMarkup page, IReadOnlyList<PoisonDecision> decisions)
    {
        if (decisions.Count == 0)
            return;
        page.Add($"<h3>Ce qui a été décidé</h3><ul>");
        foreach (var decision in decisions.Take(MostDecisions))
        {
            var what = decision.Action == PoisonAction.Replay ? French.Count(decision.Count, "message remis", "messages remis") : French.Count(decision.Count, "message écarté", "messages écartés");
            page.Add($"<li>{Moments.InParis(decision.At)} : {what} ({PoisonWords.NameOf(decision.Queue)}{Lot(decision)}) par {decision.By}{Why(decision.Reason)}</li>");
        }

        page.Add($"</ul>");
    }

    private static string Lot(PoisonDecision decision) => decision.Lot is { } lot ? $", lot {lot}" : "";

    private static string Why(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : French.Text($" : « ") + reason + French.Text($" »");
}
