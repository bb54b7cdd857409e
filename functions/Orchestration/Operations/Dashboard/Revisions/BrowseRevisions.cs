using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>The calendars, the revision that is in force in each, and those before.</summary>
public sealed class BrowseRevisions(DashboardPages pages, CalendarHistories histories)
{
    [Function(nameof(BrowseRevisions))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/revisions")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var page = await pages.StartAsync(context, request, "Révisions des calendriers", DashboardSection.Revisions, cancellation);
        RevisionListPart.Write(page.Markup, await histories.ReadAsync(cancellation));
        return page.Answer();
    }
}
