using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Views;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Caisses;

/// <summary>A caisse gives up its campaign: what has not gone does not go. Cancelled twice is cancelled once.</summary>
public sealed class CancelCampaign(OrderBook book, ControlStore control, Idempotency idempotency)
{
    private const int LongestReason = 300;

    [Function(nameof(CancelCampaign))]
    [Describes("Annule une campagne d'une caisse : ce qui n'est pas parti ne part pas.", Response = typeof(OrderView), Idempotent = true, Refusals = [409])]
    [HasQuery("reason", "Pourquoi, en 300 caractères au plus.", typeof(string))]
    [Allow(Role.Caisse, Role.Operator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/caisses/{caisse}/campaigns/{id}")] HttpRequest request,
        string caisse,
        string id,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (CaisseDirectory.Find(caisse) is null)
            return OrderAnswers.NoSuchCaisse();
        var (reason, problem) = ReadReason(request);
        return problem ?? await idempotency.RunAsync(
            request, context.Caller(), _ => CancelAsync(caisse, id, reason, context.Caller(), client, cancellation), cancellation);
    }

    private async Task<IResult> CancelAsync(
        string caisse, string id, string reason, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await book.FindAsync(caisse, id, client, cancellation) is not { } view)
            return OrderAnswers.NoSuchCampaign();
        if (caller.IsTest && !view.IsTest)
            return Problems.Of(403, "Action non permise", "Une clé d'essai n'annule que des campagnes d'essai.");
        if (view.State.Code == OrderStateCode.Cancelled)
            return Results.Json(view, Json.Options);
        if (view.State.IsOver)
            return Problems.Of(409, "Campagne terminée", $"Elle ne peut plus être annulée : {view.State.Label}.");

        await control.SetAsync(view.Send, SendControl.Cancelled, caller.Id, reason, cancellation);
        await client.RingAsync(view.Send.Value, cancellation);
        return Results.Json(await book.FindAsync(caisse, id, client, cancellation), Json.Options);
    }

    private static (string Reason, IResult? Problem) ReadReason(HttpRequest request)
    {
        if (!request.Query.TryGetValue("reason", out var given))
            return (French.Text($"annulée par sa caisse"), null);
        if (given is [{ Length: > 0 and <= LongestReason } reason] && !reason.Any(Unprintable.Is))
            return (reason.Trim(), null);
        var faults = new Faults();
        faults.Add("?reason", "« reason » n'est pas un motif possible.", $"Écrivez-le une fois, en {LongestReason} caractères au plus.");
        return ("", HttpProblems.BadRequest(faults));
    }
}
