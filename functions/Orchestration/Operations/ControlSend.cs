using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>Why an operator decided.</summary>
public sealed record ControlRequest(string? Reason);

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
        var (body, problem) = await request.ReadAsync<ControlRequest>(cancellation);
        if (problem is not null)
            return problem;
        if (string.IsNullOrWhiteSpace(body!.Reason))
            return Problems.Of(422, "Motif absent", "Donnez un motif dans « reason » : il est gardé avec la décision.");

        var state = await actions.SetAsync(key, wanted, new Signature(context.Caller().Id, body.Reason), client, cancellation);
        return state == wanted
            ? Results.Ok(new { send = key.Value, state })
            : Problems.Of(409, "Envoi annulé", "Un envoi annulé ne reprend pas.");
    }
}
