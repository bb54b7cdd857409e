using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Sends;
using Orchestration.Http;
using Orchestration.Telemetry;

namespace Orchestration.Caisses.Orders;

/// <summary>
/// Makes an order a send that runs like any other. Every step finds what an interrupted attempt has done, so that the same order again changes nothing;
/// an order counts from the moment at which its orchestration exists.
/// </summary>
public sealed class OrderPlacement(OrderStore orders, SendStore sends, SendStarter starter)
{
    /// <summary>An order has one plan for ever.</summary>
    private const int Revision = 1;

    /// <summary>Places the order of a request under the first id that is not another's.</summary>
    /// <param name="order">Under any id of the caisse.</param>
    /// <param name="request">Gives the ids.</param>
    /// <param name="client">Starts the send.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The order as it stands: that of the first attempt.</returns>
    public async Task<Order> PlaceAsync(Order order, IdempotentRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var id in OrderId.Candidates(order.Caisse, request.At, order.IsTest, request.Nonce))
        {
            var kept = await PlaceAsync(order.As(id) with { Request = request.Nonce }, client, cancellation);
            if (kept.Request == request.Nonce)
                return kept;
        }

        throw new InvalidOperationException("Every id of the request is another order's.");
    }

    /// <summary>Finds what an earlier attempt of a request has kept, whether it was started or not.</summary>
    /// <returns>Null at the first attempt.</returns>
    public async Task<Order?> FindAsync(string caisse, IdempotentRequest request, bool isTest, CancellationToken cancellation)
    {
        foreach (var id in OrderId.Candidates(caisse, request.At, isTest, request.Nonce))
        {
            if (await orders.FindAsync(caisse, id, cancellation) is not { } known)
                return null;
            if (known.Request == request.Nonce)
                return known;
        }

        return null;
    }

    /// <returns>The order as it stands: that of the first attempt.</returns>
    public async Task<Order> PlaceAsync(Order order, DurableTaskClient client, CancellationToken cancellation)
    {
        var kept = await orders.KeepAsync(order, cancellation);
        var record = await sends.PlanAsync(kept.Plan, Revision, cancellation);
        await starter.EnsureAsync(client, record, cancellation);
        // An attempt that finds the order is not another order.
        if (ReferenceEquals(kept, order))
            Meters.OrderPlaced(order.Type, order.IsTest);
        return kept;
    }

    /// <returns>Null when the caisse has no such order, or when its placement was interrupted and never finished.</returns>
    public async Task<Order?> FindAsync(string caisse, string id, CancellationToken cancellation) =>
        await orders.FindAsync(caisse, id, cancellation) is { } order
        && await sends.FindAsync(order.Plan.Key, cancellation) is { Started: true }
            ? order
            : null;
}
