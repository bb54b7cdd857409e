using Azure.Storage.Blobs.Models;
using Orchestration.Storage;

namespace Orchestration.Caisses.Orders;

/// <summary>What caisses ordered and wrote.</summary>
public sealed class OrderStore(Containers containers)
{
    /// <returns>Null when that caisse has no such order; another caisse's is not there either.</returns>
    public async Task<Order?> FindAsync(string caisse, string id, CancellationToken cancellation) =>
        OrderId.IsOf(caisse, id) ? (await containers.Orders.TryReadAsync<Order>(Path(caisse, id), cancellation))?.Value : null;

    /// <summary>Writes an order once; a repeat finds the first.</summary>
    /// <returns>The order as it stands.</returns>
    public async Task<Order> KeepAsync(Order order, CancellationToken cancellation) =>
        await containers.Orders.TryCreateAsync(Path(order.Caisse, order.Id), order, cancellation)
            ? order
            : await containers.Orders.ReadAsync<Order>(Path(order.Caisse, order.Id), cancellation);

    /// <summary>Ids of a caisse's orders, newest first.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(string caisse, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var blob in containers.Orders.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{caisse}/", cancellation))
            ids.Add(blob.Name[(caisse.Length + 1)..^".json".Length]);
        ids.Sort((one, other) => OrderId.Order(other, one));
        return ids;
    }

    private static string Path(string caisse, string id) => $"{caisse}/{id}.json";
}
