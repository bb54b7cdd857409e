using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Which send and caisse, the people that the send is pinned to, and the business time at which its orchestration asks.</summary>
public sealed record PrepareInput(SendKey Send, string Caisse, DateOnly Snapshot, ShardEntry? Shard, DateTimeOffset Now);

/// <summary>
/// Settles, once for all, what happens to every person whom the criterion selects in one caisse. A repeat finds the decisions and gives them back;
/// of two runs side by side, the first that commits its index wins.
/// </summary>
public sealed class PrepareCaisse(Containers containers, SendStore sends, ControlStore control, CaissePreparation preparation)
{
    [Function(nameof(PrepareCaisse))]
    public async Task<PreparedCaisse> RunAsync([ActivityTrigger] PrepareInput input, CancellationToken cancellation)
    {
        var path = DecisionPaths.Index(input.Send, input.Caisse);
        if (await containers.Decisions.TryReadAsync<DecisionIndex>(path, cancellation) is { } committed)
            return PreparedCaisse.Of(committed.Value);

        var record = await sends.ReadAsync(input.Send, cancellation);
        if (record.Withdrawn || !record.Plan.Caisses.Contains(input.Caisse))
            return PreparedCaisse.Not(CaissePhase.Withdrawn, "retiré du calendrier");
        if ((await control.ReadAsync(cancellation))[input.Send] == SendControl.Cancelled)
            return PreparedCaisse.Not(CaissePhase.Withdrawn, "annulé");
        var zone = record.Plan.ZoneOf(input.Caisse);
        if (zone.Slots.Count == 0)
            return PreparedCaisse.Not(CaissePhase.Withdrawn, "édition sautée : jour férié");
        if (input.Now < zone.PrepareAt)
            return PreparedCaisse.Not(CaissePhase.Planned, null, zone.PrepareAt);

        try
        {
            var decided = await preparation.DecideAsync(record.Plan, zone, input, cancellation);
            var isFirst = await containers.Decisions.TryCreateAsync(path, decided, cancellation);
            return PreparedCaisse.Of(isFirst ? decided : await containers.Decisions.ReadAsync<DecisionIndex>(path, cancellation));
        }
        catch (InvalidDatamartException error)
        {
            return PreparedCaisse.Not(CaissePhase.NotCounted, error.Message);
        }
    }
}
