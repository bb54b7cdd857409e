using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>Where every send of a calendar stands.</summary>
public sealed class ListSends
{
    [Function(nameof(ListSends))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    [Describes("Où en est chaque envoi d'un calendrier.", Response = typeof(SendStatus[]))]
    public static async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendars/{calendar}/sends")] HttpRequest request,
        string calendar,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sends = new List<SendStatus>();
        var query = new OrchestrationQuery(InstanceIdPrefix: calendar + ".", FetchInputsAndOutputs: true);
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (SendKey.TryParse(instance.InstanceId, out _) && instance.ReadCustomStatusAs<SendStatus>() is { } status)
                sends.Add(status);
        }

        return Results.Json(sends, Storage.Json.Options);
    }
}
