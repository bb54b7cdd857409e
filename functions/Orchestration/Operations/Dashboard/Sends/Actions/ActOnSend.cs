using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Pauses, resumes or cancels one send, or retries its caisses that could not be counted: GET asks, POST does it.</summary>
public sealed class ActOnSend(DashboardPages pages, DashboardForms forms, SendViews views, OperatorActions actions)
{
    [Function(nameof(ActOnSend))]
    [Allow(Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/operations/sends/{send}/actions/{action}")] HttpRequest request,
        string send,
        string action,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SendAction.Find(action) is not { } wanted || await views.FindAsync(send, client, cancellation) is not { } view)
            return await pages.RefuseAsync(context, request, 404, "Envoi inconnu", "Aucun envoi ne porte ce nom, ou cette action n’existe pas.", cancellation);
        var fields = (IReadOnlyDictionary<string, string>?)null;
        if (HttpMethods.IsPost(request.Method))
        {
            (fields, var refusal) = await forms.ReadAsync(request, context, cancellation);
            if (refusal is not null)
                return refusal;
        }

        if (!wanted.Concerns(view.Row))
        {
            return await pages.RefuseAsync(
                context, request, 409, "Rien à faire", "L’état de cet envoi a changé : cette action n’y change plus rien.", cancellation, SendLinks.Of(view.Key));
        }

        var form = Form(wanted, view);
        return fields is not null && form.Fault(fields) is null
            ? await ActAsync(request, wanted, view, new Signature(context.Caller().Id, ConfirmForm.ReasonOf(fields)), client, cancellation)
            : await AskAsync(request, context, wanted, view, form, fields, cancellation);
    }

    private async Task<IResult> ActAsync(
        HttpRequest request, SendAction action, SendView view, Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        if (action.Wanted is { } state)
        {
            await actions.SetAsync(view.Key, state, signature, client, cancellation);
        }
        else
        {
            var caisses = await CaisseStatuses.NotCountedAsync(client, view.Key, view.Record.Plan.Caisses, cancellation);
            await actions.RetryAsync([new CaissesToRetry(view.Key, caisses)], signature, client, cancellation);
        }

        return Flash.SeeOther(request.HttpContext, SendLinks.Of(view.Key), action.Done.One);
    }

    private async Task<IResult> AskAsync(
        HttpRequest request, FunctionContext context, SendAction action, SendView view, ConfirmForm form, IReadOnlyDictionary<string, string>? fields, CancellationToken cancellation)
    {
        var page = await pages.StartAsync(context, request, French.Text($"{action.OnOne} ?"), DashboardSection.Sends, cancellation);
        page.Markup.Add($"""<p><strong>{view.Name}</strong> <code class="soft">{view.Key.Value}</code></p><p>{StateText.Of(view.Row)}</p>""");
        form.Write(page, fields);
        return page.Answer(fields is null ? 200 : 422);
    }

    private static ConfirmForm Form(SendAction action, SendView view) => new(
        $"{SendLinks.Of(view.Key)}/actions/{action.Name}",
        action.Effect,
        action.OnOne,
        SendLinks.Of(view.Key),
        action == SendAction.Cancel ? "annuler" : null)
    {
        IsDangerous = action == SendAction.Cancel,
    };
}
