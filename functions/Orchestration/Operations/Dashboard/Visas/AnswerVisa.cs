using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>Takes the form of a visa: a validator's decision, or the confirmation of a custom campaign by the DDO.</summary>
public sealed class AnswerVisa(DashboardPages pages, DashboardForms forms, VisaDesk desk)
{
    [Function(nameof(AnswerVisa))]
    [Allow(Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/visas/{send}/{hash}/decision")] HttpRequest request,
        string send,
        string hash,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, context, cancellation);
        if (refusal is not null)
            return refusal;
        var back = $"{VisaListPart.Address}/{Uri.EscapeDataString(send)}/{Uri.EscapeDataString(hash)}";
        var remark = fields.GetValueOrDefault(VisaForm.Remark, "");
        if (!SendKey.TryParse(send, out var key))
            return await RefuseAsync(404, "Visa inconnu", "Aucun visa n’est demandé pour ce contenu.");
        if (Fault(fields.GetValueOrDefault(VisaForm.Decision), remark) is { } fault)
            return await RefuseAsync(422, "Décision incomplète", fault);

        var granted = fields[VisaForm.Decision] == VisaForm.Grant;
        try
        {
            var answer = new VisaAnswer(key, hash, granted, remark.Length == 0 ? null : remark);
            return await desk.DecideAsync(answer, context.Caller(), client, cancellation)
                ? Flash.SeeOther(request.HttpContext, back, granted ? "visa-accorde" : "visa-refuse")
                : await RefuseAsync(403, "Action non permise", "Cette décision revient à d’autres : la Dicom valide les contenus nationaux, la DDO peut confirmer ceux des caisses.");
        }
        catch (VisaRefusedException error)
        {
            return await RefuseAsync(409, "Décision impossible", error.Message);
        }

        Task<IResult> RefuseAsync(int status, string title, string why) => pages.RefuseAsync(context, request, status, title, why, cancellation, back);
    }

    private static string? Fault(string? decision, string remark) =>
        decision is not (VisaForm.Grant or VisaForm.Refuse) ? "Choisissez d’accorder ou de refuser."
        : decision == VisaForm.Refuse && remark.Length == 0 ? "Donnez un motif : l’auteur doit savoir quoi reprendre."
        : remark.Length > VisaForm.LongestRemark ? $"Le motif est trop long : restez sous {VisaForm.LongestRemark} caractères."
        : null;
}
