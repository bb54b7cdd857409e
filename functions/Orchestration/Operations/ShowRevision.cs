using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Revisions;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>A revision of a calendar: where it stands, what it changes, and what had gone already and does not change.</summary>
public sealed class ShowRevision(RevisionStore revisions, RevisionReader reader)
{
    [Function(nameof(ShowRevision))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    [Describes("Une révision : où elle en est et ce qu'elle change.", Response = typeof(RevisionDocument))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendars/{calendar}/revisions/{number:int}")] HttpRequest request,
        string calendar,
        int number,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Requests.IsCalendar(calendar) || await revisions.HeadAsync(calendar, cancellation) is null)
            return Requests.NoSuchCalendar(calendar);
        if (await reader.FindAsync(calendar, number, cancellation) is not { } view)
            return Problems.Of(404, "Révision inconnue", $"Le calendrier « {calendar} » n’a pas de révision {number}.");

        return Results.Json(RevisionDocument.Of(view), Storage.Json.Options);
    }
}
