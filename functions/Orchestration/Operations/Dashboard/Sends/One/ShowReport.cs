using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The report of a send, as it was written.</summary>
public sealed class ShowReport(DashboardPages pages, Containers containers)
{
    [Function(nameof(ShowReport))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/sends/{send}/report")] HttpRequest request,
        string send,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!SendKey.TryParse(send, out var key) || await ReadAsync(key, cancellation) is not { } report)
            return await pages.RefuseAsync(context, request, 404, "Pas de bilan", "Cet envoi n’a pas encore de bilan.", cancellation);
        var response = request.HttpContext.Response;
        PageAnswers.Guard(response);
        response.Headers.ContentSecurityPolicy = PageStyle.Sheet.Policy + "; frame-ancestors 'none'";
        return Results.Bytes(report.ToArray(), "text/html; charset=utf-8");
    }

    private async Task<BinaryData?> ReadAsync(SendKey send, CancellationToken cancellation)
    {
        try
        {
            return (await containers.Reports.GetBlobClient($"{send}.html").DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }
}
