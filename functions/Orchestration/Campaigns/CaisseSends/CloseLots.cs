using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Decisions;
using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Lots that were never announced, and what becomes of their messages.</summary>
public sealed record CloseLotsInput(SendKey Send, string Caisse, IReadOnlyList<int> Lots, LotEnd End);

/// <summary>The lots of a caisse that were closed without being announced, by number.</summary>
public sealed record ClosedLots(IReadOnlyDictionary<int, LotEnd> Lots)
{
    public static ClosedLots None { get; } = new(new Dictionary<int, LotEnd>());

    public static string Path(SendKey send, string caisse) => $"{send}/{caisse}/closed.json";
}

/// <summary>Records that lots will not go; the first record of a lot stands.</summary>
public sealed class CloseLots(Containers containers)
{
    [Function(nameof(CloseLots))]
    public async Task<DeliveryCounts> RunAsync([ActivityTrigger] CloseLotsInput input, CancellationToken cancellation)
    {
        var closed = await containers.Decisions.UpdateAsync<ClosedLots>(
            ClosedLots.Path(input.Send, input.Caisse),
            present => Add(present ?? ClosedLots.None, input),
            cancellation);
        var index = await containers.Decisions.ReadAsync<DecisionIndex>(DecisionPaths.Index(input.Send, input.Caisse), cancellation);
        return index.Lots.Where(lot => input.Lots.Contains(lot.Number))
            .Aggregate(DeliveryCounts.None, (sum, lot) => sum + DeliveryCounts.Of(closed.Lots[lot.Number].Status, lot.Count));
    }

    private static ClosedLots Add(ClosedLots present, CloseLotsInput input)
    {
        var lots = new Dictionary<int, LotEnd>(present.Lots);
        var isNew = input.Lots.Count(number => lots.TryAdd(number, input.End));
        return isNew == 0 ? present : new ClosedLots(lots);
    }
}
