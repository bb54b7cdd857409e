using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Revisions;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>A planner's decision on a revision that waits.</summary>
public sealed record RevisionDecisionRequest(bool? Confirmed, string? Remark);

/// <summary>Confirms or refuses a calendar revision that waits for a confirmation.</summary>
public sealed class DecideRevision(RevisionDesk desk)
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
        var (body, problem) = await request.ReadAsync<RevisionDecisionRequest>(cancellation);
        if (problem is not null)
            return problem;
        if (body?.Confirmed is not { } confirmed)
            return Problems.Of(422, "Décision incomplète", "Donnez « confirmed » : true pour appliquer la révision, false pour la refuser.");

        var revision = new RevisionInput(calendar, number);
        return await desk.DecideAsync(revision, confirmed, context.Caller().Id, body.Remark, client, cancellation) switch
        {
            RevisionAnswer.Unknown => Problems.Of(404, "Révision inconnue", $"Le calendrier « {calendar} » n’a pas de révision {number}."),
            RevisionAnswer.AlreadyDecided => Problems.Of(409, "Déjà décidé", "Cette révision a déjà été confirmée ou refusée."),
            _ => Results.Ok(new { calendar, number, confirmed }),
        };
    }
}
