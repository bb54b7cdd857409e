using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Views;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Caisses;

/// <summary>The campaigns of a caisse, ready-made and custom, newest first.</summary>
public sealed class ListCampaigns(OrderBook book)
{
    [Function(nameof(ListCampaigns))]
    [Describes("Liste les campagnes d'une caisse, les plus récentes d'abord.", Response = typeof(Page<OrderView>))]
    [HasPages]
    [Allow(Role.Caisse, Role.Reader, Role.Operator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/caisses/{caisse}/campaigns")] HttpRequest request,
        string caisse,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (CaisseDirectory.Find(caisse) is null)
            return OrderAnswers.NoSuchCaisse();
        var (limit, after, problem) = request.ReadPage();
        if (problem is not null)
            return problem;
        var views = await book.ListAsync(caisse, after, limit + 1, client, cancellation);
        return ETags.JsonWithETag(request, request.PageOf(views, limit, view => view.Id));
    }
}
