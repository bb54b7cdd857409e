using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Watch;

/// <summary>What is late, what is stuck, what comes.</summary>
public sealed class BrowseWatch(DashboardPages pages, WatchReader reader)
{
    [Function(nameof(BrowseWatch))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/watch")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var page = await pages.StartAsync(context, request, "À surveiller", DashboardSection.Watch, cancellation);
        WatchPart.Write(page.Markup, await reader.ReadAsync(client, cancellation), page.Stop);
        return page.Answer();
    }
}
