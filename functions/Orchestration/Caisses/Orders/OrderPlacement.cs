using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Sends;
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
