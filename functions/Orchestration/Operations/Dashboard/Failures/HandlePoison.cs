using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Delivery.Poison;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>
/// Messages that were given up are put back (<c>remettre</c>) or thrown away (<c>ecarter</c>), one (<c>id</c>) or all. GET says how many it is about,
/// which is typed to confirm; POST does it, if they are still as many.
/// </summary>
public sealed class HandlePoison(DashboardPages pages, DashboardForms forms, PoisonDesk desk)
{
    private const string Id = "id";
    private const string Count = "nombre";

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
            return await RefuseAsync(404, "Page inconnue", "Il n’y a pas de telle action, ou de telle file.");
        var fields = (IReadOnlyDictionary<string, string>?)null;
        if (HttpMethods.IsPost(request.Method))
        {
            (fields, var refusal) = await forms.ReadAsync(request, context, cancellation);
            if (refusal is not null)
                return refusal;
        }

        var id = fields is null ? request.Query[Id].ToString() : fields.GetValueOrDefault(Id, "");
        var item = pile.First.FirstOrDefault(one => one.Id == id);
        if (pile.Count == 0 || (id.Length > 0 && item is null))
            return await RefuseAsync(fields is null ? 404 : 409, "Plus là", "Ce message n’est plus parmi les plus anciens abandonnés : il a été remis ou écarté.");
        if (fields is not null && item is null && fields.GetValueOrDefault(Count) != CountOf(pile))
            return await RefuseAsync(409, "Le nombre a changé", French.Text($"Pendant que vous confirmiez, la liste a changé : {PoisonWords.CountOf(pile)}. Rien n'a été fait."));

        var form = Form(pile, item, wanted);
        if (fields is not null && form.Fault(fields) is null)
            return await DoAsync(ConfirmForm.ReasonOf(fields));
        var page = await pages.StartAsync(context, request, form.Button, DashboardSection.Failures, cancellation);
        page.Markup.Add($"<p>{PoisonWords.NameOf(pile.Queue)} : <strong>{(item is null ? PoisonWords.CountOf(pile) : PoisonPart.NameOf(item))}</strong></p>");
        form.Write(page, fields);
        return page.Answer(fields is null ? 200 : 422);

        async Task<IResult> DoAsync(string reason)
        {
            var choice = item is null ? new PoisonChoice(null, pile.Count) : PoisonChoice.One(item.Id);
            var done = await desk.DoAsync(
                new PoisonDecision(pile.Queue, wanted, choice.Most, item?.Lot, context.Caller().Id, reason, default), choice, cancellation);
            return done == 0
                ? await RefuseAsync(409, "Plus là", "Ce message n’est plus là, ou quelqu’un d’autre s’en occupe. Rouvrez la liste dans une minute.")
                : Flash.SeeOther(request.HttpContext, FailuresPart.Address, wanted == PoisonAction.Replay ? "rejoue" : "ecarte");
        }

        Task<IResult> RefuseAsync(int status, string title, string why) =>
            pages.RefuseAsync(context, request, status, title, French.Typeset(why), cancellation, FailuresPart.Address);
    }

    private static ConfirmForm Form(PoisonPile pile, PoisonItem? item, PoisonAction action)
    {
        var isReplay = action == PoisonAction.Replay;
        return new ConfirmForm(
            PoisonPart.AddressOf(pile.Queue, action),
            isReplay ? "Remis sur sa file, un message est essayé à nouveau depuis le début ; ce qui est déjà fait ne l’est pas deux fois." : "Un message écarté ne revient pas, et ce qu’il annonçait n’est pas fait.",
            isReplay ? "Remettre sur la file" : "Écarter définitivement",
            FailuresPart.Address,
            item is null ? CountOf(pile) : null,
            French.Text($"Pour confirmer, écrivez le nombre de messages : {pile.Count}"))
        {
            Hidden = [(Id, item?.Id ?? ""), (Count, CountOf(pile))],
            IsDangerous = !isReplay,
        };
    }

    private static string CountOf(PoisonPile pile) => pile.Count.ToString(CultureInfo.InvariantCulture);
}
