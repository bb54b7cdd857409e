using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>Whether everything is held back.</summary>
public sealed record EverythingStopped(bool Stopped);

/// <summary>The red stop: POST holds everything back, DELETE lets it go on.</summary>
public sealed class StopEverything(OperatorActions actions)
{
    [Function(nameof(StopEverything))]
    [Allow(Role.Operator)]
    [Describes("Arrête tout.", Method = "post", Request = typeof(ControlRequest), Response = typeof(EverythingStopped))]
    [Describes("Lève l'arrêt général.", Method = "delete", Request = typeof(ControlRequest), Response = typeof(EverythingStopped))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "delete", Route = "api/stop")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var (body, problem) = await request.ReadAsync(ControlRequest.Read, cancellation);
        if (body is null)
            return problem!;

        var signature = new Signature(context.Caller().Id, body.Reason);
        if (HttpMethods.IsPost(request.Method))
            await actions.StopAsync(signature, client, cancellation);
        else
            await actions.ReleaseAsync(signature, client, cancellation);
        return Results.Ok(new EverythingStopped(HttpMethods.IsPost(request.Method)));
    }
}
