using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>One send in one caisse: its figures, its decisions by reason, its lots.</summary>
public sealed class ShowCaisse(DashboardPages pages, SendViews views, CaisseLots lots, Containers containers)
{
    [Function(nameof(ShowCaisse))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/sends/{send}/caisses/{caisse}")] HttpRequest request,
        string send,
        string caisse,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await views.FindAsync(send, client, cancellation) is not { } view || !view.Record.Plan.Caisses.Contains(caisse))
            return await pages.RefuseAsync(context, request, 404, "Caisse inconnue", "Cet envoi n’existe pas, ou cette caisse n’en est pas.", cancellation);

        var status = await CaisseStatuses.ReadAsync(client, view.Key, caisse, cancellation);
        var index = await containers.TryReadIndexAsync(view.Key, caisse, cancellation);
        var page = await pages.StartAsync(context, request, CaisseNames.Of(caisse), DashboardSection.Sends, cancellation);
        page.Markup.Add($"""
            <p><a href="{SendLinks.Of(view.Key)}">{view.Name}</a> <code class="soft">{view.Key.Value}:{caisse}</code></p>
            """);
        WriteState(page, view, caisse, status);
        if (index is null)
            page.Markup.Add($"<p>Aucune décision n'est encore prise dans cette caisse.</p>");
        else
            await WriteIndexAsync(page, index, request.Query["page"], cancellation);
        return page.Answer();
    }

    private static void WriteState(DashboardPage page, SendView view, string caisse, CaisseStatus? status)
    {
        var phase = status?.Phase ?? CaissePhase.Planned;
        page.Markup.Add($"""
            <div id="state" data-live><p><span class="state {CaissePhases.LookOf(phase)}">{Sentence.Capitalized(CaissePhases.NameOf(phase))}</span> {status?.Why}</p></div>
            <p class="actions">
            """);
        if (page.Offers(Role.Operator) && phase == CaissePhase.NotCounted && view.Row.NotCounted > 0)
            page.Markup.Add($"""<a class="button quiet" href="{SendLinks.Of(view.Key, caisse)}/retry">Relancer cette caisse…</a>""");
        if (status is not null)
            page.Markup.Add($"""<a href="{SendLinks.Of(view.Key, caisse)}/history">Historique technique</a>""");
        page.Markup.Add($"</p>");
    }

    private async Task WriteIndexAsync(DashboardPage page, DecisionIndex index, string? asked, CancellationToken cancellation)
    {
        page.Markup.Add($"""
            <section aria-labelledby="decisions"><h2 id="decisions">Décisions</h2>
            <p>Prises le {Moments.InParis(index.DecidedAt)} (heure de Paris), sur le datamart du {FrenchDates.Long(index.Snapshot)} ; âges au {FrenchDates.Long(index.ReferenceDate)}. {index.Note}</p>
            """);
        SendFigures.Write(page.Markup, "Personnes", [
            ("Ciblées", index.Targeted), ("Mises en lot", index.Queued), .. SendFigures.Reasons("Exclues", index.Excluded),
            ("Lignes écartées du fichier", index.RejectedRows)]);
        page.Markup.Add($"</section>");
        var pager = Pager.Of(asked, index.Lots.Count, CaisseLots.PageSize);
        var shown = await lots.ReadAsync(index, pager.Take(index.Lots), cancellation);
        LotTable.Write(page.Markup, index, shown);
        pager.Write(page.Markup, number => $"{SendLinks.Of(index.SendKey, index.Caisse)}?page={number}", "Pages de lots");
    }
}
