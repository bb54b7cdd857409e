using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Orchestration.Caisses.Custom;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Control;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Caisses.Tests;

/// <summary>Who gets the test.</summary>
/// <param name="Addresses">1 to 10 e-mail addresses or mobile numbers, each on the installation's list.</param>
public sealed record TestRequest(IReadOnlyList<string> Addresses);

/// <summary>What became of a test.</summary>
/// <param name="Id">Of the campaign.</param>
/// <param name="Results">One per address, in order.</param>
public sealed record TestReport(string Id, IReadOnlyList<TestOutcome> Results);

/// <summary>Sends a campaign to a few allowed addresses, whatever still waits: visa, second person, date.</summary>
public sealed class SendTest(OrderPlacement orders, TestSends tests, ControlStore control, IOptions<CaisseOptions> options, Idempotency idempotency)
{
    [Function(nameof(SendTest))]
    [Allow(Role.Caisse)]
    [Describes(
        "Envoie le message, marqué [TEST], à dix adresses d'essai au plus ; rien n'en est compté.",
        Request = typeof(TestRequest), Response = typeof(TestReport), Idempotent = true, Refusals = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/caisses/{caisse}/campaigns/{id}/test")] HttpRequest request,
        string caisse,
        string id,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var caller = context.Caller();
        return idempotency.RunAsync(request, caller, attempt => RunAsync(request, caisse, id, caller, attempt, cancellation), cancellation);
    }

    private async Task<IResult> RunAsync(
        HttpRequest request, string caisse, string id, Caller caller, IdempotentRequest attempt, CancellationToken cancellation)
    {
        if (await orders.FindAsync(caisse, id, cancellation) is not { } order)
            return OrderAnswers.NoSuchCampaign();
        if (CampaignProblems.Refuse(caller, order) is { } refusal)
            return refusal;
        var (body, problem) = await request.ReadBodyAsync(ct: cancellation);
        if (body is null)
            return problem!;
        var addresses = TestAddress.Read(body, order.Plan.Channels, options.Value.TestAddresses);
        body.RefuseOthers();
        if (body.Faults.Any)
            return HttpProblems.Unprocessable(body.Faults);

        var board = await control.ReadAsync(cancellation);
        if (board.Stop is not null)
            return Problems.Of(409, "Envois arrêtés", "Tous les envois sont arrêtés par la DDO, essais compris. Réessayez quand ils auront repris.");
        if (board[order.Plan.Key] == SendControl.Cancelled)
            return Problems.Of(409, "Campagne annulée", "Cette campagne est annulée : elle ne s’essaie plus.");
        return Results.Json(new TestReport(order.Id, await tests.SendAsync(order, addresses, attempt.Nonce, cancellation)), Storage.Json.Options);
    }
}
