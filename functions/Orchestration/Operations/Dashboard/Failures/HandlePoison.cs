using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Delivery.Poison;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>
/// Messages that were given up are put back (<c>remettre</c>) or thrown away (<c>ecarter</c>), one (<c>?id=</c>) or all. GET says how many it is
/// about and asks; POST does it, if they are still as many.
/// </summary>
public sealed class HandlePoison(DashboardPages pages, DashboardForms forms, PoisonDesk desk)
{
    private const string Id = "id";
    private const string Count = "nombre";
    private const string Reason = "motif";
    private const int LongestReason = 1000;

    [Function(nameof(HandlePoison))]
    [Allow(Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/operations/failures/{queue}/{action}")] HttpRequest request,
        string queue,
        string action,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (PoisonWords.ActionOf(action) is not { } wanted || await desk.FindAsync(queue, cancellation) is not { } pile)
            return await RefuseAsync(context, request, 404, "Page inconnue", "Il n’y a pas de telle action, ou de telle file.", cancellation);
        return HttpMethods.IsPost(request.Method)
            ? await DoAsync(context, request, pile, wanted, cancellation)
            : await AskAsync(context, request, pile, wanted, cancellation);
    }

    private async Task<IResult> AskAsync(
        FunctionContext context, HttpRequest request, PoisonPile pile, PoisonAction action, CancellationToken cancellation)
    {
        var id = request.Query[Id].ToString();
        var item = id.Length == 0 ? null : pile.First.FirstOrDefault(one => one.Id == id);
        if (pile.Count == 0 || (id.Length > 0 && item is null))
            return await RefuseAsync(context, request, 404, "Plus là", "Ce message n’est plus parmi les plus anciens abandonnés : il a été remis ou écarté.", cancellation);

        var what = item is null ? PoisonWords.CountOf(pile) : French.Text($"un message abandonné : {PoisonPart.NameOf(item)}");
        var title = action == PoisonAction.Replay ? "Remettre sur la file" : "Écarter définitivement";
        var page = await pages.StartAsync(context, request, title, DashboardSection.Failures, cancellation);
        page.Markup.Add($"<p>File : {PoisonWords.NameOf(pile.Queue)}. Cela concerne <strong>{what}</strong>.</p>");
        page.BeginForm(PoisonPart.AddressOf(pile.Queue, action));
        page.Markup.Add($"""
            <input type="hidden" name="{Id}" value="{item?.Id}"><input type="hidden" name="{Count}" value="{(item is null ? pile.Count : 1)}">
            <p><label for="{Reason}">Motif{(action == PoisonAction.Replay ? " (facultatif)" : "")}</label> <textarea id="{Reason}" name="{Reason}" rows="2" maxlength="{LongestReason}"></textarea></p>
            <div class="actions">{Button(action, item is null ? pile.Count : 1)} <a href="{FailuresPart.Address}">Ne rien faire</a></div>
            """);
        page.EndForm();
        return page.Answer();
    }

    private async Task<IResult> DoAsync(
        FunctionContext context, HttpRequest request, PoisonPile pile, PoisonAction action, CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, context, cancellation);
        if (refusal is not null)
            return refusal;
        var (id, reason) = (fields.GetValueOrDefault(Id, ""), fields.GetValueOrDefault(Reason, ""));
        if (action == PoisonAction.Discard && reason.Length == 0)
            return await RefuseAsync(context, request, 422, "Motif absent", "Donnez un motif : un message écarté ne revient pas.", cancellation);
        if (reason.Length > LongestReason)
            return await RefuseAsync(context, request, 422, "Motif trop long", $"Restez sous {LongestReason} caractères.", cancellation);
        if (!int.TryParse(fields.GetValueOrDefault(Count), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            return await RefuseAsync(context, request, 422, "Nombre absent", "Rouvrez la page et recommencez.", cancellation);
        if (id.Length == 0 && count != pile.Count)
        {
            var why = French.Text($"Vous avez confirmé pour {French.Count(count, "message", "messages")}, il y en a maintenant {pile.Count}. Relisez la liste et recommencez.");
            return await RefuseAsync(context, request, 409, "Le nombre a changé", why, cancellation);
        }

        var lot = pile.First.FirstOrDefault(item => item.Id == id)?.Lot;
        var decision = new PoisonDecision(pile.Queue, action, id.Length == 0 ? count : 1, lot, context.Caller().Id, reason.Length == 0 ? null : reason, default);
        var done = await desk.DoAsync(decision, id.Length == 0 ? new PoisonChoice(null, count) : PoisonChoice.One(id), cancellation);
        return done == 0
            ? await RefuseAsync(context, request, 409, "Plus là", "Ce message n’est plus là, ou quelqu’un d’autre s’en occupe. Rouvrez la liste dans une minute.", cancellation)
            : Flash.SeeOther(request.HttpContext, FailuresPart.Address, action == PoisonAction.Replay ? "rejoue" : "ecarte");
    }

    private static Pages.HtmlMarkup.Fragment Button(PoisonAction action, int count) => action == PoisonAction.Replay
        ? Pages.HtmlMarkup.Part($"<button>Remettre {French.Count(count, "message", "messages")}</button>")
        : Pages.HtmlMarkup.Part($"<button class=\"danger\">Écarter {French.Count(count, "message", "messages")}</button>");

    private Task<IResult> RefuseAsync(
        FunctionContext context, HttpRequest request, int status, string title, string why, CancellationToken cancellation) =>
        pages.RefuseAsync(context, request, status, title, why, cancellation, FailuresPart.Address);
}
