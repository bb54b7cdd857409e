using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Caisses.Custom;

/// <summary>What a second person decides.</summary>
/// <param name="ContentHash">64 hex digits: what was seen.</param>
/// <param name="Confirmed">False refuses it.</param>
/// <param name="Remark">For the author.</param>
public sealed record ConfirmationRequest(string ContentHash, bool Confirmed, string? Remark = null)
{
    private const int HashLength = 64;
    private const int LongestRemark = 1_000;

    internal static ConfirmationRequest Read(BodyReader body)
    {
        var request = new ConfirmationRequest(
            body.Text("contentHash", HashLength) ?? "", body.Boolean("confirmed") ?? false, body.Text("remark", LongestRemark, required: false, multiline: true));
        body.RefuseOthers();
        return request;
    }
}

/// <summary>What was decided.</summary>
public sealed record CampaignConfirmed(string Id, string ContentHash, bool Confirmed, string By);

/// <summary>
/// A second person of the caisse, or the DDO, confirms a custom campaign or refuses it; never its author. The decision is a visa on its content.
/// </summary>
public sealed class ConfirmCampaign(OrderPlacement orders, VisaStore visas, Idempotency idempotency)
{
    [Function(nameof(ConfirmCampaign))]
    [Allow(Role.Caisse, Role.Operator)]
    [Describes(
        "Confirme ou refuse une campagne sur mesure ; jamais à son auteur.",
        Request = typeof(ConfirmationRequest), Response = typeof(CampaignConfirmed), Idempotent = true, Refusals = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/caisses/{caisse}/campaigns/{id}/confirmation")] HttpRequest request,
        string caisse,
        string id,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var caller = context.Caller();
        return idempotency.RunAsync(request, caller, _ => RunAsync(request, caisse, id, client, caller, cancellation), cancellation);
    }

    private async Task<IResult> RunAsync(
        HttpRequest request, string caisse, string id, DurableTaskClient client, Caller caller, CancellationToken cancellation)
    {
        if (await orders.FindAsync(caisse, id, cancellation) is not { } order)
            return OrderAnswers.NoSuchCampaign();
        if (CampaignProblems.Refuse(caller, order) is { } refusal)
            return refusal;
        var (body, problem) = await request.ReadBodyAsync(ct: cancellation);
        if (body is null)
            return problem!;
        var decision = ConfirmationRequest.Read(body);
        if (body.Faults.Any)
            return HttpProblems.Unprocessable(body.Faults);
        if (order.Type != CampaignType.Custom || order.Plan.Pinned is not { } pinned)
            return Problems.Of(409, "Confirmation sans objet", "Une campagne clé en main n'attend pas de seconde personne : Dicom a déjà visé son modèle.");
        if (decision.ContentHash != pinned.Hash)
            return Problems.Of(409, "Décision impossible", "« contentHash » n'est pas l'empreinte de cette campagne. Relisez-la, puis confirmez ce que vous avez relu.");
        return await DecideAsync(order, decision, client, caller, cancellation);
    }

    private async Task<IResult> DecideAsync(
        Order order, ConfirmationRequest decision, DurableTaskClient client, Caller caller, CancellationToken cancellation)
    {
        if (PersonName.IsSame(order.OrderedBy, caller.Id))
            return Problems.Of(409, "Décision impossible", "L'auteur d'une campagne ne peut ni la confirmer ni la refuser : demandez à une autre personne de la caisse, ou à la DDO.");
        try
        {
            await visas.DecideAsync(order.Plan.Key, decision.ContentHash, decision.Confirmed, caller.Id, decision.Remark, cancellation);
        }
        catch (VisaRefusedException error)
        {
            return Problems.Of(409, "Décision impossible", error.Message);
        }

        await client.RingAsync(order.Plan.Key.Value, cancellation);
        return Results.Json(new CampaignConfirmed(order.Id, decision.ContentHash, decision.Confirmed, caller.Id), Storage.Json.Options);
    }
}
