using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Views;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Caisses.Custom;

/// <summary>A caisse submits a campaign of its own words; with <c>?dry-run=true</c> it is checked, counted and shown, and nothing starts.</summary>
public sealed class SubmitCampaign(CampaignDesk desk, CampaignSubmission submission, DryRuns dryRuns, Idempotency idempotency)
{
    [Function(nameof(SubmitCampaign))]
    [Allow(Role.Caisse)]
    [Describes(
        "Propose une campagne sur mesure : un gabarit approuvé, les textes de ses zones, un public.",
        Request = typeof(CampaignRequest), Response = typeof(OrderView), DryRun = typeof(DryRunView), Status = 201, Idempotent = true, Refusals = [409])]
    [HasQuery("dry-run", "true : vérifie tout, compte le public et montre le message, sans rien commencer.", typeof(bool))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/caisses/{caisse}/campaigns")] HttpRequest request,
        string caisse,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (CaisseDirectory.Find(caisse) is null)
            return OrderAnswers.NoSuchCaisse();
        var (isDryRun, problem) = request.ReadDryRun();
        if (problem is not null)
            return problem;
        var caller = context.Caller();
        return isDryRun
            ? await TryAsync(request, caisse, caller, cancellation)
            : await idempotency.RunAsync(request, caller, attempt => SubmitAsync(request, caisse, caller, attempt, client, cancellation), cancellation);
    }

    private async Task<IResult> TryAsync(HttpRequest request, string caisse, Caller caller, CancellationToken cancellation)
    {
        var (draft, problem) = await DraftAsync(request, caisse, caller, cancellation);
        return draft is null
            ? problem!
            : Results.Json(await dryRuns.RunAsync(draft.Planning, draft.Filled.Preview, cancellation), Storage.Json.Options);
    }

    private async Task<IResult> SubmitAsync(
        HttpRequest request, string caisse, Caller caller, IdempotentRequest attempt, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await submission.ResumeAsync(caisse, caller, attempt, client, cancellation) is { } known)
            return OrderAnswers.Created(known);
        var (draft, problem) = await DraftAsync(request, caisse, caller, cancellation);
        if (draft is null)
            return problem!;
        return draft.Planning.Accepted is null
            ? OrderAnswers.Busy(draft.Planning.Collision!)
            : OrderAnswers.Created(await submission.SubmitAsync(draft, caller, attempt, client, cancellation));
    }

    private async Task<(CampaignDraft? Draft, IResult? Problem)> DraftAsync(
        HttpRequest request, string caisse, Caller caller, CancellationToken cancellation)
    {
        var (body, problem) = await request.ReadBodyAsync(ct: cancellation);
        if (body is null)
            return (null, problem);
        var draft = await desk.DraftAsync(body, caisse, caller, cancellation);
        return (draft, draft is null ? HttpProblems.Unprocessable(body.Faults) : null);
    }
}
