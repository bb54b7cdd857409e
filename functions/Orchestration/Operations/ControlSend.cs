using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>Why an operator decided.</summary>
public sealed record ControlRequest(string Reason)
{
    private const int LongestReason = 500;

    internal static ControlRequest Read(BodyReader body) => new(body.Text("reason", LongestReason) ?? "");
}

/// <summary>How a send is held now.</summary>
public sealed record SendControlled(string Send, SendControl State);

/// <summary>Pauses, resumes or cancels one send; what is already queued is held too.</summary>
public sealed class ControlSend(SendStore sends, OperatorActions actions)
{
    private static readonly Dictionary<string, SendControl> Actions = new(StringComparer.Ordinal)
    {
        ["pause"] = SendControl.Paused,
        ["resume"] = SendControl.Running,
        ["cancel"] = SendControl.Cancelled,
    };

    [Function(nameof(ControlSend))]
    [Allow(Role.Operator)]
    [Describes("Met en pause, reprend ou annule un envoi : « pause », « resume », « cancel ».", Request = typeof(ControlRequest), Response = typeof(SendControlled), Refusals = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sends/{send}/{action}")] HttpRequest request,
        string send,
        string action,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (!Actions.TryGetValue(action, out var wanted))
            return Problems.Of(404, "Action inconnue", "Les actions sont « pause », « resume » et « cancel ».");
        if (!SendKey.TryParse(send, out var key) || await sends.FindAsync(key, cancellation) is null)
            return Requests.NoSuchSend(send);
        var (body, problem) = await request.ReadAsync(ControlRequest.Read, cancellation);
        if (body is null)
            return problem!;

        var state = await actions.SetAsync(key, wanted, new Signature(context.Caller().Id, body.Reason), client, cancellation);
        return state == wanted
            ? Results.Ok(new SendControlled(key.Value, state))
            : Problems.Of(409, "Envoi annulé", "Un envoi annulé ne reprend pas.");
    }
}
