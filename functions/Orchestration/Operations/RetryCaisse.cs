using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>Tries a caisse again that could not be counted. A body with a <c>reason</c> may say why.</summary>
public sealed class RetryCaisse(SendStore sends, OperatorActions actions)
{
    [Function(nameof(RetryCaisse))]
    [Allow(Role.Operator)]
    [Describes("Prépare à nouveau une caisse dont le fichier manquait.", Status = 202)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sends/{send}/caisses/{caisse}/retry")] HttpRequest request,
        string send,
        string caisse,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!SendKey.TryParse(send, out var key) || await sends.FindAsync(key, cancellation) is not { } record)
            return Requests.NoSuchSend(send);
        if (!record.Plan.Caisses.Contains(caisse))
            return Problems.Of(404, "Caisse hors de l’envoi", $"La caisse « {caisse} » n’est pas dans cet envoi.");
        var (body, problem) = request.ContentLength is > 0 ? await request.ReadAsync(ControlRequest.Read, cancellation) : (null, null);
        if (problem is not null)
            return problem;
        var signature = new Signature(context.Caller().Id, body?.Reason ?? "");
        await actions.RetryAsync([new CaissesToRetry(key, [caisse])], signature, client, cancellation);
        return Results.Accepted();
    }
}
