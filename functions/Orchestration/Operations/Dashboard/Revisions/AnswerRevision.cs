using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Revisions;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>Takes the form of a revision: a planner's confirmation or refusal.</summary>
public sealed class AnswerRevision(DashboardPages pages, DashboardForms forms, RevisionDesk desk, RevisionReader reader)
{
    [Function(nameof(AnswerRevision))]
    [Allow(Role.Planner, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/revisions/{calendar}/{number:int}/decision")] HttpRequest request,
        string calendar,
        int number,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, context, cancellation);
        if (refusal is not null)
            return refusal;
        if (!Requests.IsCalendar(calendar) || await reader.FindAsync(calendar, number, cancellation) is not { } view)
            return await pages.RefuseAsync(context, request, 404, "Révision inconnue", "Aucun calendrier n’a cette révision.", cancellation, RevisionListPart.Address);

        var back = RevisionListPart.AddressOf(calendar, number);
        var (decision, remark) = (fields.GetValueOrDefault(RevisionForm.Decision), fields.GetValueOrDefault(RevisionForm.Remark, ""));
        if (Fault(decision, remark) is { } fault)
            return await RefuseAsync(422, "Décision incomplète", fault);
        if (view.Phase != RevisionPhase.WaitingForConfirmation)
            return await RefuseAsync(409, "Rien à décider", "Cette révision n’attend pas, ou n’attend plus, de décision.");

        var confirmed = decision == RevisionForm.Confirm;
        var answer = await desk.DecideAsync(
            new RevisionInput(calendar, number), confirmed, context.Caller().Id, remark.Length == 0 ? null : remark, client, cancellation);
        return answer switch
        {
            RevisionAnswer.Taken => Flash.SeeOther(request.HttpContext, back, confirmed ? "revision-confirmee" : "revision-refusee"),
            RevisionAnswer.AlreadyDecided => await RefuseAsync(409, "Déjà décidé", "Cette révision a déjà été confirmée ou refusée."),
            _ => await RefuseAsync(409, "Pas encore prête", "Cette révision n’est pas encore comparée au plan. Réessayez dans un instant."),
        };

        Task<IResult> RefuseAsync(int status, string title, string why) => pages.RefuseAsync(context, request, status, title, why, cancellation, back);
    }

    private static string? Fault(string? decision, string remark) =>
        decision is not (RevisionForm.Confirm or RevisionForm.Refuse) ? "Choisissez de confirmer ou de refuser."
        : decision == RevisionForm.Refuse && remark.Length == 0 ? "Donnez un motif : il est gardé avec la décision."
        : remark.Length > RevisionForm.LongestRemark ? $"Le motif est trop long : restez sous {RevisionForm.LongestRemark} caractères."
        : null;
}
