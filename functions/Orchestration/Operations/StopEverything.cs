using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>The red stop: POST holds everything back, DELETE lets it go on.</summary>
public sealed class StopEverything(OperatorActions actions)
{
    [Function(nameof(StopEverything))]
    [Allow(Role.Operator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "delete", Route = "api/stop")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var (body, problem) = await request.ReadAsync<ControlRequest>(cancellation);
        if (problem is not null)
            return problem;
        if (string.IsNullOrWhiteSpace(body!.Reason))
            return Problems.Of(422, "Motif absent", "Donnez un motif dans « reason » : il est gardé avec la décision.");

        var signature = new Signature(context.Caller().Id, body.Reason);
        if (HttpMethods.IsPost(request.Method))
            await actions.StopAsync(signature, client, cancellation);
        else
            await actions.ReleaseAsync(signature, client, cancellation);
        return Results.Ok(new { stopped = HttpMethods.IsPost(request.Method) });
    }
}
