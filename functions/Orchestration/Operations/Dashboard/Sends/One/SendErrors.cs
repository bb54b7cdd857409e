using Orchestration.Campaigns.CaisseSends;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What went wrong with a send: nothing is written when nothing did.</summary>
internal static class SendErrors
{
    private const int Most = 20;

    public static void Write(HtmlMarkup page, SendView view, SendDetails details)
    {
        string[] errors =
        [
            .. view.Row.Known.Failure is { } failure ? [French.Text($"L'orchestration est tombée : {failure}")] : Array.Empty<string>(),
            .. details.Caisses.Where(caisse => caisse.Phase == CaissePhase.NotCounted)
                .Select(caisse => French.Text($"{CaisseNames.Of(caisse.Caisse)} n'a pas pu être comptée : {caisse.Why}")),
            .. details.Report?.Problems ?? [],
        ];
        page.Add($"""<div id="errors" data-live>""");
        if (errors.Length > 0)
        {
            page.Add($"""<section class="card error" aria-labelledby="errors-title"><h2 id="errors-title">Erreurs ({errors.Length})</h2>""");
            page.AddList([.. errors.Take(Most)]);
            if (errors.Length > Most)
                page.Add($"<p>… et {French.Count(errors.Length - Most, "autre", "autres")}.</p>");
            page.Add($"</section>");
        }

        page.Add($"</div>");
    }
}
