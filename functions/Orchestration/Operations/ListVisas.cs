using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Visas;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>What waits for a visa.</summary>
public sealed class ListVisas(VisaStore visas)
{
    [Function(nameof(ListVisas))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    [Describes("Les contenus qui attendent un visa.", Response = typeof(VisaRequest[]))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/visas")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Results.Json(await visas.PendingAsync(cancellation), Storage.Json.Options);
    }
}
