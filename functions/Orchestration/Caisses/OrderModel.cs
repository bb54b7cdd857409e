using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Library;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Views;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Messages.Library;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Caisses;

/// <summary>A caisse orders a model of the library for its own insured people, or asks what that would come to.</summary>
public sealed class OrderModel(
    LibraryCatalog catalog, ContentLibrary library, OrderDesk desk, DryRuns dryRuns, OrderPlacement placement, Idempotency idempotency)
{
    [Function(nameof(OrderModel))]
    [Allow(Role.Caisse)]
    [Describes("Commande un modèle de la bibliothèque pour les assurés de la caisse.", Request = typeof(OrderRequest), Response = typeof(OrderView), DryRun = typeof(DryRunView), Status = 201, Idempotent = true, Refusals = [409])]
    [HasQuery("dry-run", "true : répond 200 avec l'audience exacte, les exclusions, le créneau, le coût et l'aperçu, sans rien commander.", typeof(bool))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/caisses/{caisse}/orders")] HttpRequest request,
        string caisse,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (CaisseDirectory.Find(caisse) is null)
            return OrderAnswers.NoSuchCaisse();
        var (isDryRun, problem) = request.ReadDryRun();
        if (problem is not null)
            return problem;
        return isDryRun
            ? await TryAsync(request, caisse, cancellation)
            : await idempotency.RunAsync(request, context.Caller(), token => PlaceAsync(request, caisse, context.Caller(), token, client, cancellation), cancellation);
    }

    private async Task<IResult> TryAsync(HttpRequest request, string caisse, CancellationToken cancellation)
    {
        var (draft, problem) = await DraftAsync(request, caisse, cancellation);
        return draft is null
            ? problem!
            : Results.Json(await dryRuns.RunAsync(draft.Planning, draft.Model.Package.Preview, cancellation), Json.Options);
    }

    private async Task<IResult> PlaceAsync(
        HttpRequest request, string caisse, Caller caller, IdempotentRequest token, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await placement.FindAsync(caisse, token, caller.IsTest, cancellation) is { } known)
            return OrderAnswers.Created(await placement.PlaceAsync(known, client, cancellation));
        var (draft, problem) = await DraftAsync(request, caisse, cancellation);
        if (draft is null)
            return problem!;
        if (draft.Planning.Accepted is not { } plan)
            return OrderAnswers.Busy(draft.Planning.Collision!);

        await library.KeepAsync(draft.Model.Bundle, cancellation);
        var id = OrderId.Create(caisse, token.At, caller.IsTest, salt: 0);
        var order = new Order(
            id, caisse, plan.Type, plan.CampaignTitle, caller.Id, token.At, plan.Template, draft.Model.Manifest.Version, draft.Wish.Date, draft.Options,
            plan, draft.Planning.Remarks).As(id);
        return OrderAnswers.Created(await placement.PlaceAsync(order, token, client, cancellation));
    }

    /// <summary>Reads, checks and plans: every fault at once.</summary>
    private async Task<(Draft? Draft, IResult? Problem)> DraftAsync(HttpRequest http, string caisse, CancellationToken cancellation)
    {
        var (body, problem) = await http.ReadBodyAsync(ct: cancellation);
        if (body is null)
            return (null, problem);
        var request = OrderRequest.Read(body);
        var wanted = ModelWish.Of(request, await catalog.AllAsync(cancellation), caisse, body.Faults);
        var planning = wanted is { } known ? await desk.PlanAsync(known.Wish, cancellation) : null;
        if (planning is not null)
            body.Faults.Add(planning);
        return body.Faults.Any || wanted is not var (wish, model)
            ? (null, HttpProblems.Unprocessable(body.Faults))
            : (new Draft(wish, model, request.Options ?? [], planning!), null);
    }

    private sealed record Draft(OrderWish Wish, LibraryModel Model, IReadOnlyList<string> Options, OrderPlanning Planning);
}
