using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Datamart;

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
        return new PinnedAudience(
            snapshot, [.. plan.Caisses.Where(caisse => manifest.Find(plan.Population, caisse) is null or { Rows: > 0 })]);
    }
}
