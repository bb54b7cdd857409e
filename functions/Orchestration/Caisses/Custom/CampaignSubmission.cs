using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Http;
using Orchestration.Messages.Library;
using Orchestration.Security;

namespace Orchestration.Caisses.Custom;

/// <summary>Makes a checked draft a campaign: keeps its content, starts its send, puts it before a second person. Repeating it changes nothing.</summary>
public sealed class CampaignSubmission(ContentLibrary library, OrderPlacement placement, VisaGate visas)
{
    /// <returns>What an earlier attempt of the request has placed, placed to the end; null at the first attempt.</returns>
    public async Task<Order?> ResumeAsync(
        string caisse, Caller author, IdempotentRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(author);
        return await placement.FindAsync(caisse, request, author.IsTest, cancellation) is { } known
            ? await AskAsync(await placement.PlaceAsync(known, client, cancellation), cancellation)
            : null;
    }

    /// <param name="draft">Whose plan is accepted.</param>
    /// <param name="author">Who submits it.</param>
    /// <param name="request">Gives the id.</param>
    /// <param name="client">Starts the send.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The campaign as it stands.</returns>
    public async Task<Order> SubmitAsync(
        CampaignDraft draft, Caller author, IdempotentRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(request);
        var plan = draft.Planning.Accepted ?? throw new ArgumentException("The draft meets a national campaign.", nameof(draft));
        await library.KeepAsync(draft.Bundle, cancellation);
        var id = OrderId.Create(draft.Wish.Caisse, request.At, author.IsTest, salt: 0);
        var order = new Order(
            id, draft.Wish.Caisse, CampaignType.Custom, draft.Wish.Title, author.Id, request.At, draft.Layout.Manifest.Id, draft.Layout.Manifest.Version,
            draft.Wish.Date, [], plan, draft.Planning.Remarks)
        {
            Zones = draft.Zones,
        };
        return await AskAsync(await placement.PlaceAsync(order.As(id), request, client, cancellation), cancellation);
    }

    /// <summary>The send asks for its confirmation too, but later: the second person may be waiting already.</summary>
    private async Task<Order> AskAsync(Order order, CancellationToken cancellation)
    {
        await visas.CheckAsync(order.Plan, order.OrderedAt, cancellation);
        return order;
    }
}
