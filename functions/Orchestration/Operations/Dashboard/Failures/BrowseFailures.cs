using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Delivery.Poison;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>What failed: caisses that could not be counted, messages, and what the queues gave up.</summary>
public sealed class BrowseFailures(DashboardPages pages, SendFailures failures, PoisonDesk poison, Clocks clocks)
{
    [Function(nameof(BrowseFailures))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/failures")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var page = await pages.StartAsync(context, request, "Échecs", DashboardSection.Failures, cancellation);
        PoisonPart.Write(page, await poison.ReadAsync(cancellation), await poison.DecisionsAsync(cancellation), clocks.System.GetUtcNow());
        var (first, count) = await failures.ReadAsync(client, cancellation);
        FailuresPart.Write(page, first, count);
        return page.Answer();
    }
}
