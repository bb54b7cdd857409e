using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Revisions;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
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
        var (body, problem) = await request.ReadAsync(RevisionDecisionRequest.Read, cancellation);
        if (body is not { Confirmed: var confirmed })
            return problem!;

        var revision = new RevisionInput(calendar, number);
        return await desk.DecideAsync(revision, confirmed, context.Caller().Id, body.Remark, client, cancellation) switch
        {
            RevisionAnswer.Unknown => Problems.Of(404, "Révision inconnue", $"Le calendrier « {calendar} » n’a pas de révision {number}."),
            RevisionAnswer.AlreadyDecided => Problems.Of(409, "Déjà décidé", "Cette révision a déjà été confirmée ou refusée."),
            _ => Results.Ok(new RevisionDecided(calendar, number, confirmed)),
        };
    }
}
