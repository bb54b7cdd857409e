using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations.Health;

/// <summary>Whether the app can work: 200 with what somebody should look at, or 503 with what does not answer.</summary>
public sealed class CheckReady(ReadinessProbe probe)
{
    [Function(nameof(CheckReady))]
    [Public]
    [Describes("Ce dont l'application a besoin : 200 si elle peut travailler, 503 sinon.", Response = typeof(Readiness), Refusals = [503])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/ready")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var readiness = await probe.CheckAsync(client, cancellation);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var status = readiness.State == HealthState.Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return Results.Json(readiness, Storage.Json.Options, statusCode: status);
    }
}
