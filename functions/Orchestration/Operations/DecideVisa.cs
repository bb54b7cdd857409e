using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>A validator's decision on the content that was shown.</summary>
/// <param name="ContentHash">64 hex digits: what was seen.</param>
/// <param name="Granted">False refuses it.</param>
/// <param name="Remark">For the author.</param>
public sealed record VisaDecisionRequest(string ContentHash, bool Granted, string? Remark = null)
{
    private const int HashLength = 64;
    private const int LongestRemark = 2000;

    internal static VisaDecisionRequest Read(BodyReader body)
    {
        var hash = body.Text("contentHash", HashLength);
        if (hash is { Length: < HashLength })
            body.Faults.Add(body.PointerOf("contentHash"), "« contentHash » n'est pas une empreinte.", "Reprenez celle de « GET /api/visas ».");
        return new(hash ?? "", body.Boolean("granted") ?? false, body.Text("remark", LongestRemark, required: false, multiline: true));
    }
}

/// <summary>What was decided.</summary>
public sealed record VisaDecided(string Send, bool Granted);

/// <summary>Gives or refuses the visa of a send; never by the author of its content.</summary>
public sealed class DecideVisa(VisaDesk desk)
{
    [Function(nameof(DecideVisa))]
    [Allow(Role.Validator)]
    [Describes("Donne ou refuse le visa d'un contenu ; jamais à l'auteur.", Request = typeof(VisaDecisionRequest), Response = typeof(VisaDecided), Refusals = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/visas/{send}")] HttpRequest request,
        string send,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (!SendKey.TryParse(send, out var key))
            return Requests.NoSuchSend(send);
        var (body, problem) = await request.ReadAsync(VisaDecisionRequest.Read, cancellation);
        if (body is not { ContentHash: var hash, Granted: var granted })
            return problem!;

        try
        {
            if (!await desk.DecideAsync(new VisaAnswer(key, hash, granted, body.Remark), context.Caller(), client, cancellation))
                return Problems.Of(403, "Action non permise", "Une campagne sur mesure est confirmée par une seconde personne de sa caisse, ou par la DDO.");
        }
        catch (VisaRefusedException error)
        {
            return Problems.Of(409, "Décision impossible", error.Message);
        }

        return Results.Ok(new VisaDecided(key.Value, granted));
    }
}
