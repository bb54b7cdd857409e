using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations.Health;

/// <summary>The process answers; nothing else is asked.</summary>
public sealed class CheckLive
{
    [Function(nameof(CheckLive))]
    [Public]
    [Describes("Le processus répond ; rien d'autre n'est vérifié.", Response = typeof(Liveness))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Liveness(HealthState.Up), Storage.Json.Options);
    }
}
