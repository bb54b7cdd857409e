using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Operations.Dashboard.Visas;
using Orchestration.Pages;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>
/// One send: what was planned, where it stands, its caisses, what was decided and why. It never reads a durable history, however long; that has a page
/// of its own.
/// </summary>
public sealed class ShowSend(DashboardPages pages, SendViews views, Clocks clocks)
{
    [Function(nameof(ShowSend))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/sends/{send}")] HttpRequest request,
        string send,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await views.FindAsync(send, client, cancellation) is not { } view)
            return await pages.RefuseAsync(context, request, 404, "Envoi inconnu", "Aucun envoi ne porte ce nom.", cancellation);

        var details = await views.DetailsAsync(view, client, cancellation);
        var page = await pages.StartAsync(context, request, view.Name, DashboardSection.Sends, cancellation);
        WriteHead(page, view, details);
        SendErrors.Write(page.Markup, view, details);
        page.Markup.Add($"""<div class="split">""");
        SendFacts.Write(page.Markup, view.Record);
        SendSlots.Write(page.Markup, view.Record.Plan);
        SendFigures.Write(page.Markup, view, details);
        page.Markup.Add($"</div>");
        SendCaisses.Write(page, view, details.Caisses, request.Query);
        SendTimeline.Write(page.Markup, view, details.Trail, clocks.Business.GetUtcNow());
        return page.Answer();
    }

    private static void WriteHead(DashboardPage page, SendView view, SendDetails details)
    {
        page.Markup.Add($"""
            <p><code>{view.Key.Value}</code></p>
            <div id="state" data-live><p>{StateText.Of(view.Row)}</p><p>{ProgressText.Of(view.Row)}</p></div>
            <p class="actions">
            """);
        if (details.Visa is { } visa)
        {
            var isWaiting = view.Row.State == BoardState.WaitingForVisa;
            page.Markup.Add($"""<a{(isWaiting ? HtmlMarkup.Part($" class=\"button\"") : HtmlMarkup.Part($""))} href="{VisaListPart.AddressOf(visa)}">{(isWaiting ? "Voir le contenu et son visa…" : "Contenu et visa")}</a>""");
        }

        if (page.Offers(Role.Operator))
        {
            foreach (var action in SendAction.All.Where(action => action.Concerns(view.Row)))
                page.Markup.Add($"""<a class="button {(action == SendAction.Cancel ? "danger" : "quiet")}" href="{SendLinks.Of(view.Key)}/actions/{action.Name}">{action.OnOne}…</a>""");
        }

        page.Markup.Add($"""<a href="{SendLinks.Of(view.Key)}/history">Historique technique</a>{ReportLink(view, details)}</p>""");
    }

    private static HtmlMarkup.Fragment ReportLink(SendView view, SendDetails details) => details.Report is null
        ? HtmlMarkup.Part($"")
        : HtmlMarkup.Part($"""
             <a href="{SendLinks.Of(view.Key)}/report">{(details.Report.IsFinal ? "Bilan définitif" : "Bilan provisoire")}</a>
            """);
}
