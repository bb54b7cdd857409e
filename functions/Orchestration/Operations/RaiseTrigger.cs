using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Calendars;
using Orchestration.Calendars.Report;
using Orchestration.Campaigns.Revisions;
using Orchestration.Http.OpenApi;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations;

/// <summary>
/// Raises a trigger, such as an epidemic peak: the sends that wait for it are planned. Once a day at most: raising it again the same day answers the
/// same, and finishes what an interrupted request had begun.
/// </summary>
public sealed class RaiseTrigger(RevisionMaker maker, TriggerStore triggers, Clocks clocks)
{
    private const string OfficeTimeZone = "Europe/Paris";

    private const int MostErrors = 5;

    [Function(nameof(RaiseTrigger))]
    [Allow(Role.Operator)]
    [Describes("Lève un déclencheur : les envois qui l'attendaient sont planifiés.", Request = typeof(ControlRequest), Response = typeof(TriggerRaised), Refusals = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calendars/{calendar}/triggers/{trigger}")] HttpRequest request,
        string calendar,
        string trigger,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (!Requests.IsCalendar(calendar) || await maker.InForceAsync(calendar, cancellation) is not { } revision)
            return Requests.NoSuchCalendar(calendar);
        if (!revision.Triggers.Contains(trigger))
            return NoSuchTrigger(trigger, revision.Triggers);
        var (body, problem) = await request.ReadAsync(ControlRequest.Read, cancellation);
        if (body is null)
            return problem!;

        var now = clocks.Business.GetUtcNow();
        var today = LocalTime.DateOf(now, TimeZoneInfo.FindSystemTimeZoneById(OfficeTimeZone));
        return await RaiseAsync(calendar, new RaisedTrigger(trigger, today, context.Caller().Id, body.Reason, now), client, cancellation);
    }

    private async Task<IResult> RaiseAsync(string calendar, RaisedTrigger raised, DurableTaskClient client, CancellationToken cancellation)
    {
        // Whether it can be planned is known before it is recorded: a record is never taken back.
        var before = await triggers.ReadAsync(calendar, cancellation);
        if (await maker.DraftAgainAsync(calendar, before.With(raised), cancellation) is not { } trial)
            return Problems.Of(409, "Calendrier à déposer", "Le fichier en vigueur n’a pas été gardé : déposez le calendrier à nouveau, puis levez le déclencheur.");
        if (trial.IsRefused)
            return NotPlanned(trial.Report);
        var all = await triggers.RaiseAsync(calendar, raised, cancellation);
        var draft = all == before.With(raised) ? trial : (await maker.DraftAgainAsync(calendar, all, cancellation))!;
        var day = OccurrenceNames.Of(raised.Date);
        var report = await maker.ReplaceAsync(draft, new RevisionCause(RevisionCauseKind.Trigger, raised.Trigger, day), client, cancellation);
        var said = all.All.Single(one => one.Trigger == raised.Trigger && one.Date == raised.Date);
        return Results.Json(
            new TriggerRaised(
                calendar,
                raised.Trigger,
                raised.Date,
                said.By,
                said.Reason,
                report.Revision,
                report.Outcome,
                report.Confirmation,
                [.. report.Difference!.Changes.SelectMany(change => change.Words)]),
            Storage.Json.Options);
    }

    /// <summary>The errors that keep it from being planned, as the report of an upload would say them.</summary>
    private static IResult NotPlanned(CalendarReport report)
    {
        var errors = report.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.What).ToArray();
        return Problems.Of(
            409,
            "Calendrier à revoir",
            French.Text($"Avec ce déclencheur, le calendrier a {French.Count(errors.Length, "erreur", "erreurs")} ; rien n'a été levé. ") + string.Join(" ", errors.Take(MostErrors)));
    }

    private static IResult NoSuchTrigger(string trigger, IReadOnlyList<string> known) => Problems.Of(
        404,
        "Déclencheur inconnu",
        known.Count == 0
            ? French.Text($"Aucun envoi de ce calendrier n'attend de déclencheur.")
            : French.Text($"Aucun envoi de ce calendrier n'attend « {trigger} ». Déclencheurs connus : {string.Join(", ", known)}."));
}
