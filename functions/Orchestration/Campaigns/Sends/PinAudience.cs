using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Datamart;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Sends;

/// <summary>Settles which snapshot a send is prepared on, and which of its caisses have somebody there.</summary>
public sealed class PinAudience(SendStore sends, SnapshotStore snapshots)
{
    [Function(nameof(PinAudience))]
    public async Task<PinnedAudience> RunAsync([ActivityTrigger] SendKey send, CancellationToken cancellation)
    {
        var plan = (await sends.ReadAsync(send, cancellation)).Plan;
        var snapshot = await snapshots.CurrentAsync(cancellation)
            ?? throw new InvalidOperationException("There is no datamart snapshot; a send is not launched without one.");
        var manifest = await snapshots.ManifestAsync(snapshot, cancellation);
        var caisses = plan.Caisses
            .Select(caisse => new PinnedCaisse(caisse, plan.ZoneOf(caisse).PrepareAt, manifest.Find(plan.Population, caisse)))
            .Where(caisse => caisse.Shard is null or { Rows: > 0 });
        return new PinnedAudience(snapshot, [.. caisses]);
    }
}
