using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>A planner's decision on a revision that waits.</summary>
public sealed record RevisionDecisionRequest(bool? Confirmed, string? Remark);

/// <summary>Confirms or refuses a calendar revision that waits for a confirmation.</summary>
public sealed class DecideRevision(RevisionStore revisions, Clocks clocks)
{
    [Function(nameof(DecideRevision))]
    [Allow(Role.Planner)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calendars/{calendar}/revisions/{number:int}/decision")] HttpRequest request,
        string calendar,
        int number,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var instance = CalendarOrchestrator.InstanceId(calendar, number);
        if (await client.GetInstanceAsync(instance, cancellation) is null)
            return Problems.Of(404, "Révision inconnue", $"Le calendrier « {calendar} » n’a pas de révision {number}.");
        var (body, problem) = await request.ReadAsync<RevisionDecisionRequest>(cancellation);
        if (problem is not null)
            return problem;
        if (body?.Confirmed is not { } confirmed)
            return Problems.Of(422, "Décision incomplète", "Donnez « confirmed » : true pour appliquer la révision, false pour la refuser.");

        var decision = new RevisionDecision(confirmed, context.Caller().Id, body.Remark, clocks.Business.GetUtcNow());
        if (!await revisions.DecideAsync(calendar, number, decision, cancellation))
            return Problems.Of(409, "Déjà décidé", "Cette révision a déjà été confirmée ou refusée.");
        await client.RingAsync(instance, cancellation);
        return Results.Ok(new { calendar, number, confirmed });
    }
}
