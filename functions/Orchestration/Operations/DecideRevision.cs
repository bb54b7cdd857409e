using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Revisions;
using Orchestration.Http.OpenApi;
using Orchestration.Http;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>A planner's decision on a revision that waits.</summary>
/// <param name="Confirmed">False refuses it.</param>
/// <param name="Remark">Why.</param>
public sealed record RevisionDecisionRequest(bool Confirmed, string? Remark = null)
{
    private const int LongestRemark = 2000;

    internal static RevisionDecisionRequest Read(BodyReader body) =>
        new(body.Boolean("confirmed") ?? false, body.Text("remark", LongestRemark, required: false, multiline: true));
}

/// <summary>What was decided.</summary>
public sealed record RevisionDecided(string Calendar, int Number, bool Confirmed);

/// <summary>Confirms or refuses a calendar revision that waits for a confirmation.</summary>
public sealed class DecideRevision(RevisionDesk desk)
{
    [Function(nameof(DecideRevision))]
    [Allow(Role.Planner)]
    [Describes("Confirme ou refuse une révision qui attend.", Request = typeof(RevisionDecisionRequest), Response = typeof(RevisionDecided), Refusals = [409])]
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
        var (body, problem) = await request.ReadAsync(RevisionDecisionRequest.Read, cancellation);
        if (body is not { Confirmed: var confirmed })
            return problem!;

        var decision = new RevisionDecision(confirmed, context.Caller().Id, body.Remark, clocks.Business.GetUtcNow());
        if (!await revisions.DecideAsync(calendar, number, decision, cancellation))
            return Problems.Of(409, "Déjà décidé", "Cette révision a déjà été confirmée ou refusée.");
        await client.RingAsync(instance, cancellation);
        return Results.Ok(new RevisionDecided(calendar, number, confirmed));
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
