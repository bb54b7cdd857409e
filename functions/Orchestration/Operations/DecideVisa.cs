using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>A validator's decision on the content that was shown.</summary>
public sealed record VisaDecisionRequest(string? ContentHash, bool? Granted, string? Remark);

/// <summary>Gives or refuses the visa of a send; never by the author of its content.</summary>
public sealed class DecideVisa(VisaStore visas, SendStore sends)
{
    [Function(nameof(DecideVisa))]
    [Allow(Role.Validator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/visas/{send}")] HttpRequest request,
        string send,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (!SendKey.TryParse(send, out var key))
            return Requests.NoSuchSend(send);
        var (body, problem) = await request.ReadAsync<VisaDecisionRequest>(cancellation);
        if (problem is not null)
            return problem;
        if (body is not { ContentHash: { Length: 64 } hash, Granted: { } granted })
            return Problems.Of(422, "Décision incomplète", "Donnez « contentHash » (l’empreinte du contenu relu) et « granted » (true ou false).");

        if (await visas.FindRequestAsync(key, hash, cancellation) is { Caisse: not null })
            return Problems.Of(403, "Action non permise", "Une campagne sur mesure est confirmée par une seconde personne de sa caisse, ou par la DDO.");
        try
        {
            await visas.DecideAsync(key, hash, granted, context.Caller().Id, body.Remark, cancellation);
        }
        catch (VisaRefusedException error)
        {
            return Problems.Of(409, "Décision impossible", error.Message);
        }

        if (key.Value.Split('.') is [OrderId.Library, var model, ..])
            await client.RingOrdersAsync(model, cancellation);
        foreach (var occurrence in await sends.OccurrencesAsync(key, cancellation))
            await client.RingAsync(occurrence.Value, cancellation);
        return Results.Ok(new { send = key.Value, granted });
    }
}
