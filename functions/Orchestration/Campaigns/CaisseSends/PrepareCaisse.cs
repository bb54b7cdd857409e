using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Which send and caisse, the people that the send is pinned to, and the business time at which its orchestration asks.</summary>
public sealed record PrepareInput(SendKey Send, string Caisse, DateOnly Snapshot, ShardEntry? Shard, DateTimeOffset Now);

/// <summary>
/// Settles, once for all, what happens to every person whom the criterion selects in one caisse. A repeat finds the decisions and gives them back;
/// of two runs side by side, the first that commits its index wins.
/// </summary>
public sealed class PrepareCaisse(Containers containers, SendStore sends, ControlStore control, CaissePreparation preparation)
{
    private const int SmallShard = 5_000;

    [Function(nameof(PrepareCaisse))]
    public Task<PreparedCaisse> RunAsync([ActivityTrigger] PrepareInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Traces.PrepareAsync(input.Send, input.Caisse, () => PrepareAsync(input, cancellation));
    }

    private async Task<PreparedCaisse> PrepareAsync(PrepareInput input, CancellationToken cancellation)
    {
        // Whatever was committed counts, even for a send that was withdrawn since. Mostly nothing was: a small shard is read sooner than that is found out.
        if (input.Shard is not { Rows: <= SmallShard } && await FindAsync(input, cancellation) is { } committed)
            return committed;
        var prepared = await DecideAsync(input, cancellation);
        return prepared.Phase == CaissePhase.Sending ? prepared : await FindAsync(input, cancellation) ?? prepared;
    }

    private async Task<PreparedCaisse?> FindAsync(PrepareInput input, CancellationToken cancellation) =>
        await containers.TryReadIndexAsync(input.Send, input.Caisse, cancellation) is { } index ? PreparedCaisse.Of(index) : null;

    private async Task<PreparedCaisse> DecideAsync(PrepareInput input, CancellationToken cancellation)
    {
        var board = control.ReadAsync(cancellation);
        var record = await sends.ReadAsync(input.Send, cancellation);
        if (record.Withdrawn || !record.Plan.Caisses.Contains(input.Caisse))
            return PreparedCaisse.Not(CaissePhase.Withdrawn, "retiré du calendrier");
        if ((await board)[input.Send] == SendControl.Cancelled)
            return PreparedCaisse.Not(CaissePhase.Withdrawn, "annulé");
        var zone = record.Plan.ZoneOf(input.Caisse);
        if (zone.Slots.Count == 0)
            return PreparedCaisse.Not(CaissePhase.Withdrawn, "édition sautée : jour férié");
        if (input.Now < zone.PrepareAt)
            return PreparedCaisse.Not(CaissePhase.Planned, null, zone.PrepareAt);

        try
        {
            var decided = await preparation.DecideAsync(record.Plan, zone, input, cancellation);
            var committed = await containers.CommitAsync(decided, cancellation);
            if (committed.Run == decided.Run)
                Meters.Decided(committed.Queued, committed.Excluded);
            return PreparedCaisse.Of(committed);
        }
        catch (InvalidDatamartException error)
        {
            return PreparedCaisse.Not(CaissePhase.NotCounted, error.Message);
        }
    }
}
