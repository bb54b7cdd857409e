using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Health;

/// <summary>The process answers; nothing else is asked.</summary>
public sealed class CheckLive
{
    [Function(nameof(CheckLive))]
    [Public]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { state = HealthState.Up }, Storage.Json.Options);
    }
}
