using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>What waits for a visa.</summary>
public sealed class BrowseVisas(DashboardPages pages, VisaStore visas, SendStore sends, ControlStore control, Clocks clocks)
{
    [Function(nameof(BrowseVisas))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/visas")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var now = clocks.Business.GetUtcNow();
        var pending = await visas.PendingAsync(cancellation);
        var records = await sends.ReadManyAsync(pending.Select(one => one.Send).Distinct(), cancellation);
        var list = VisaList.Of(pending, records, await control.ReadAsync(cancellation), now);
        var page = await pages.StartAsync(context, request, "Visas", DashboardSection.Visas, cancellation, VisaStyle.Sheet);
        VisaListPart.Write(page.Markup, list, id => request.Query[id], now);
        return page.Answer();
    }
}
