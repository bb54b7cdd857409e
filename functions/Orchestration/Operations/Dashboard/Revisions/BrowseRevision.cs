using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Revisions;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>One revision: what it changes, and the form to decide with when it waits.</summary>
public sealed class BrowseRevision(DashboardPages pages, RevisionReader reader)
{
    [Function(nameof(BrowseRevision))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/revisions/{calendar}/{number:int}")] HttpRequest request,
        string calendar,
        int number,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (!Requests.IsCalendar(calendar) || await reader.FindAsync(calendar, number, cancellation) is not { } view)
            return await pages.RefuseAsync(context, request, 404, "Révision inconnue", "Aucun calendrier n’a cette révision.", cancellation, RevisionListPart.Address);
        var title = $"Révision {number} : {view.Revision.Outline?.Title ?? calendar}";
        var page = await pages.StartAsync(context, request, Wording.French.Typeset(title), DashboardSection.Revisions, cancellation);
        RevisionPart.Write(page.Markup, view);
        RevisionForm.Write(page, view);
        return page.Answer();
    }
}
