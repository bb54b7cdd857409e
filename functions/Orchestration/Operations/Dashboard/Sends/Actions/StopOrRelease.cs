using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Control;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The red stop, and its end: the page offers the one that changes something. Each is confirmed with a typed word.</summary>
public sealed class StopOrRelease(DashboardPages pages, DashboardForms forms, ControlStore control, OperatorActions actions)
{
    private const string Address = PageAnswers.Home + "/stop";

    /// <summary>What the form was about: somebody else may have decided meanwhile.</summary>
    private const string Kind = "kind";

    private static readonly ConfirmForm Stop = new(
        Address, "Tous les envois sont retenus à l’instant, dans toutes les caisses : rien n’est plus préparé pour partir, ni remis. Rien n’est perdu.",
        "Tout arrêter", PageAnswers.Home, "tout arrêter")
    {
        Hidden = [(Kind, "stop")],
        IsDangerous = true,
    };

    private static readonly ConfirmForm Release = new(
        Address, "Les envois reprennent dans les créneaux prévus. Ceux qui ont été suspendus un par un le restent.",
        "Reprendre les envois", PageAnswers.Home, "reprendre")
    {
        Hidden = [(Kind, "release")],
    };

    [Function(nameof(StopOrRelease))]
    [Allow(Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/operations/stop")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = (await control.ReadAsync(cancellation)).Stop is null ? Stop : Release;
        var fields = (IReadOnlyDictionary<string, string>?)null;
        if (HttpMethods.IsPost(request.Method))
        {
            (fields, var refusal) = await forms.ReadAsync(request, context, cancellation);
            if (refusal is not null)
                return refusal;
            if (fields.GetValueOrDefault(Kind) != form.Hidden[0].Value)
                return await pages.RefuseAsync(context, request, 409, "Déjà fait", "Quelqu’un d’autre vient de le faire.", cancellation);
            if (form.Fault(fields) is null)
                return await ActAsync(request, form, new Signature(context.Caller().Id, ConfirmForm.ReasonOf(fields)), client, cancellation);
        }

        var title = form == Stop ? "Arrêter tous les envois ?" : "Reprendre tous les envois ?";
        var page = await pages.StartAsync(context, request, Wording.French.Typeset(title), DashboardSection.Sends, cancellation);
        form.Write(page, fields);
        return page.Answer(fields is null ? 200 : 422);
    }

    private async Task<IResult> ActAsync(
        HttpRequest request, ConfirmForm form, Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        if (form == Stop)
            await actions.StopAsync(signature, client, cancellation);
        else
            await actions.ReleaseAsync(signature, client, cancellation);
        return Flash.SeeOther(request.HttpContext, PageAnswers.Home, form == Stop ? "arret" : "reprise");
    }
}
