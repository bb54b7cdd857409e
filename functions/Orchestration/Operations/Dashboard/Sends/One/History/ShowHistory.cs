using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The durable history of a send or of one of its caisses, newest first, a hundred steps at a time, without their contents.</summary>
public sealed class ShowHistory(DashboardPages pages)
{
    private const int PageSize = 100;

    [Function(nameof(ShowHistory))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/sends/{send}/history")] HttpRequest request,
        string send,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation) => AnswerAsync(request, send, null, client, context, cancellation);

    [Function("ShowCaisseHistory")]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public Task<IResult> RunOfCaisseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/sends/{send}/caisses/{caisse}/history")] HttpRequest request,
        string send,
        string caisse,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation) => AnswerAsync(request, send, caisse, client, context, cancellation);

    private async Task<IResult> AnswerAsync(
        HttpRequest request, string send, string? caisse, DurableTaskClient client, FunctionContext context, CancellationToken cancellation)
    {
        var instance = caisse is null ? send : $"{send}:{caisse}";
        if (!SendKey.TryParse(send, out var key) || await client.GetInstanceAsync(instance, cancellation) is not { } known)
            return await pages.RefuseAsync(context, request, 404, "Pas d’historique", "Rien n’a encore commencé, ou l’historique n’est plus gardé.", cancellation);

        var back = caisse is null ? SendLinks.Of(key) : SendLinks.Of(key, caisse);
        var steps = (await client.GetOrchestrationHistoryAsync(instance, cancellation)).Reverse().ToArray();
        var pager = Pager.Of(request.Query["page"], steps.Length, PageSize);
        var page = await pages.StartAsync(context, request, "Historique technique", DashboardSection.Sends, cancellation);
        page.Markup.Add($"""
            <p><a href="{back}">Retour</a> <code>{instance}</code></p>
            <p>{French.Count(steps.Length, "étape", "étapes")}, de la plus récente à la plus ancienne. État : {HistoryTable.NameOf(known.RuntimeStatus)}.</p>
            """);
        HistoryTable.Write(page.Markup, pager.Take(steps), steps.Length - ((pager.Number - 1) * PageSize));
        pager.Write(page.Markup, number => $"{back}/history?page={number.ToString(CultureInfo.InvariantCulture)}");
        return page.Answer();
    }
}
