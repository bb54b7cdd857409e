using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Views;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Caisses;

/// <summary>One campaign of a caisse, with where it stands and its counts.</summary>
public sealed class ShowCampaign(OrderBook book)
{
    [Function(nameof(ShowCampaign))]
    [Describes("Montre une campagne d'une caisse : où elle en est, et ses comptes.", Response = typeof(OrderView))]
    [Allow(Role.Caisse, Role.Reader, Role.Operator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/caisses/{caisse}/campaigns/{id}")] HttpRequest request,
        string caisse,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        CaisseDirectory.Find(caisse) is null ? OrderAnswers.NoSuchCaisse()
        : await book.FindAsync(caisse, id, client, cancellation) is { } view ? ETags.JsonWithETag(request, view)
        : OrderAnswers.NoSuchCampaign();
}
