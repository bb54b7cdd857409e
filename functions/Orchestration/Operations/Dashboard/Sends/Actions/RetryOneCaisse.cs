using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Tries a caisse again that could not be counted: GET asks, POST does it.</summary>
public sealed class RetryOneCaisse(DashboardPages pages, DashboardForms forms, SendViews views, OperatorActions actions)
{
    [Function(nameof(RetryOneCaisse))]
    [Allow(Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/operations/sends/{send}/caisses/{caisse}/retry")] HttpRequest request,
        string send,
        string caisse,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await views.FindAsync(send, client, cancellation) is not { } view || !view.Record.Plan.Caisses.Contains(caisse))
            return await pages.RefuseAsync(context, request, 404, "Caisse inconnue", "Cet envoi n’existe pas, ou cette caisse n’en est pas.", cancellation);
        var fields = (IReadOnlyDictionary<string, string>?)null;
        if (HttpMethods.IsPost(request.Method))
        {
            (fields, var refusal) = await forms.ReadAsync(request, context, cancellation);
            if (refusal is not null)
                return refusal;
        }

        if (await CaisseStatuses.ReadAsync(client, view.Key, caisse, cancellation) is not { Phase: CaissePhase.NotCounted } status || view.Row.NotCounted == 0)
        {
            return await pages.RefuseAsync(
                context, request, 409, "Rien à relancer", "Cette caisse n’est pas, ou n’est plus, sans compte.", cancellation, SendLinks.Of(view.Key));
        }

        var form = new ConfirmForm($"{SendLinks.Of(view.Key, caisse)}/retry", SendAction.Retry.Effect, "Relancer cette caisse", SendLinks.Of(view.Key));
        if (fields is not null && form.Fault(fields) is null)
        {
            var signature = new Signature(context.Caller().Id, ConfirmForm.ReasonOf(fields));
            await actions.RetryAsync([new CaissesToRetry(view.Key, [caisse])], signature, client, cancellation);
            return Flash.SeeOther(request.HttpContext, SendLinks.Of(view.Key), "relance");
        }

        var page = await pages.StartAsync(context, request, French.Text($"Relancer {CaisseNames.Of(caisse)} ?"), DashboardSection.Sends, cancellation);
        page.Markup.Add($"""<p><strong>{view.Name}</strong> <code class="soft">{view.Key.Value}</code></p><p>{status.Why}</p>""");
        form.Write(page, fields);
        return page.Answer(fields is null ? 200 : 422);
    }
}
