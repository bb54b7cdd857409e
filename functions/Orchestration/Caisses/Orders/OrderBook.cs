using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Views;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;

namespace Orchestration.Caisses.Orders;

/// <summary>The campaigns of caisses as they stand now.</summary>
public sealed class OrderBook(OrderPlacement placement, OrderStore orders, ControlStore control)
{
    private const int ReadAtOnce = 16;

    /// <returns>Null when the caisse has no such campaign, whoever else may have one.</returns>
    public async Task<OrderView?> FindAsync(string caisse, string id, DurableTaskClient client, CancellationToken cancellation) =>
        await placement.FindAsync(caisse, id, cancellation) is { } order
            ? await ShowAsync(order, await control.ReadAsync(cancellation), client, cancellation)
            : null;

    /// <summary>Newest first.</summary>
    /// <param name="caisse">Whose.</param>
    /// <param name="after">Id that they follow; null for the beginning.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="client">Knows how far they are.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<OrderView>> ListAsync(
        string caisse, string? after, int count, DurableTaskClient client, CancellationToken cancellation)
    {
        var board = await control.ReadAsync(cancellation);
        var views = new List<OrderView>();
        var ids = await orders.IdsAsync(caisse, cancellation);
        foreach (var some in ids.SkipWhile(id => after is not null && OrderId.Order(id, after) >= 0).Chunk(ReadAtOnce))
        {
            var found = await Task.WhenAll(some.Select(id => placement.FindAsync(caisse, id, cancellation)));
            views.AddRange(await Task.WhenAll(found.OfType<Order>().Select(order => ShowAsync(order, board, client, cancellation))));
            if (views.Count >= count)
                break;
        }

        return [.. views.Take(count)];
    }

    private static async Task<OrderView> ShowAsync(Order order, ControlBoard board, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(order.Plan.Key.Value, getInputsAndOutputs: true, cancellation);
        var status = instance?.ReadCustomStatusAs<SendStatus>();
        var state = OrderState.Of(status, board[order.Plan.Key], order.Type == CampaignType.Custom);
        return OrderView.Of(order, state) with { Counts = status is { Caisses.Count: > 0 } ? CountsView.Of(status) : null };
    }
}
