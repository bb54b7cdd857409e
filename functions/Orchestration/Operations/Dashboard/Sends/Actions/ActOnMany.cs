using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Sends;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>
/// Does one thing to every send that a filter finds and that it concerns. GET shows how many and which; the number is typed to confirm; POST refuses
/// when they are no longer the very same.
/// </summary>
public sealed class ActOnMany(DashboardPages pages, DashboardForms forms, SendBoard board, SendStore sends, OperatorActions actions)
{
    [Function(nameof(ActOnMany))]
    [Allow(Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/operations/bulk/{action}")] HttpRequest request,
        string action,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SendAction.Find(action) is not { } wanted)
            return await pages.RefuseAsync(context, request, 404, "Action inconnue", "Cette action n’existe pas.", cancellation);
        var fields = (IReadOnlyDictionary<string, string>?)null;
        if (HttpMethods.IsPost(request.Method))
        {
            (fields, var refusal) = await forms.ReadAsync(request, context, cancellation);
            if (refusal is not null)
                return refusal;
        }

        var filter = fields is null ? SendFilter.Of(request.Query) : SendFilter.Read(fields.GetValueOrDefault);
        var set = await BulkSet.FindAsync(board, filter, wanted, client, cancellation);
        if (set.Sends.Count == 0)
            return await pages.RefuseAsync(context, request, 409, "Rien à faire", "Aucun envoi de cette liste n’est concerné.", cancellation, ListOf(filter));
        var form = set.Form(filter, wanted);
        if (fields is not null && fields.GetValueOrDefault(BulkSet.Mark) != set.Fingerprint)
            return await ChangedAsync(request, context, filter, form, set, cancellation);
        return fields is not null && form.Fault(fields) is null
            ? await ActAsync(request, filter, wanted, set, new Signature(context.Caller().Id, ConfirmForm.ReasonOf(fields)), client, cancellation)
            : await AskAsync(request, context, wanted, form, set, fields, cancellation);
    }

    private async Task<IResult> ActAsync(
        HttpRequest request, SendFilter filter, SendAction action, BulkSet set, Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        if (action.Wanted is { } state)
            await actions.SetManyAsync(set.Sends, state, signature, client, cancellation);
        else
            await actions.RetryAsync(await RetriesAsync(set, client, cancellation), signature, client, cancellation);
        return Flash.SeeOther(request.HttpContext, ListOf(filter), action.Done.Many);
    }

    private async Task<IReadOnlyList<CaissesToRetry>> RetriesAsync(BulkSet set, DurableTaskClient client, CancellationToken cancellation)
    {
        var records = await sends.ReadManyAsync(set.Sends, cancellation);
        var retries = new List<CaissesToRetry>();
        foreach (var (send, record) in records)
            retries.Add(new CaissesToRetry(send, await CaisseStatuses.NotCountedAsync(client, send, record.Plan.Caisses, cancellation)));
        return [.. retries.Where(retry => retry.Caisses.Count > 0)];
    }

    private async Task<IResult> ChangedAsync(
        HttpRequest request, FunctionContext context, SendFilter filter, ConfirmForm form, BulkSet set, CancellationToken cancellation)
    {
        var why = French.Text($"Pendant que vous confirmiez, cette liste a changé : {French.Count(set.Sends.Count, "envoi est concerné", "envois sont concernés")} maintenant. Rien n'a été fait.");
        return await pages.RefuseAsync(context, request, 409, "La liste a changé", why, cancellation, $"{form.Address}?{filter.Query()}");
    }

    private async Task<IResult> AskAsync(
        HttpRequest request, FunctionContext context, SendAction action, ConfirmForm form, BulkSet set, IReadOnlyDictionary<string, string>? fields, CancellationToken cancellation)
    {
        var title = French.Text($"{action.OnMany.TrimEnd('…')} : {French.Count(set.Sends.Count, "envoi", "envois")}");
        var page = await pages.StartAsync(context, request, title, DashboardSection.Sends, cancellation);
        set.Write(page.Markup);
        form.Write(page, fields);
        return page.Answer(fields is null ? 200 : 422);
    }

    private static string ListOf(SendFilter filter) => filter.IsEmpty ? PageAnswers.Home : $"{PageAnswers.Home}?{filter.Query()}";
}
