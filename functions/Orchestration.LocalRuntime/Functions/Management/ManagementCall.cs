using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Functions.Durability;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>One request of the management API.</summary>
internal sealed class ManagementCall(HttpContext http)
{
    public HttpRequest Request => http.Request;

    public ManagementQuery Query { get; } = new(http.Request.Query);

    public DurableTaskClient Client { get; } = http.RequestServices.GetRequiredService<DurableRuntime>().Engine.Client;

    public BusinessTime Time { get; } = http.RequestServices.GetRequiredService<BusinessTime>();

    public CancellationToken Cancellation => http.RequestAborted;

    public string InstanceId => Route("instanceId");

    public string EventName => Route("eventName");

    public Task<OrchestrationMetadata?> FindAsync(bool withPayloads = false) => Client.GetInstanceAsync(InstanceId, withPayloads, Cancellation);

    private string Route(string name) => (string)http.Request.RouteValues[name]!;
}
