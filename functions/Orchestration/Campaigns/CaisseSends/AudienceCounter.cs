using Orchestration.Audience.Datamart;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>What would be decided for the people of one caisse if it were decided now.</summary>
/// <param name="Snapshot">The datamart that was counted.</param>
/// <param name="Targeted">People whom the criterion selects.</param>
/// <param name="Queued">People who would get a message, by channel.</param>
/// <param name="Excluded">The others, by reason.</param>
/// <param name="RejectedRows">Rows of the datamart that cannot be read; never in <paramref name="Targeted"/>.</param>
public sealed record AudienceCount(
    DateOnly Snapshot, int Targeted, IReadOnlyDictionary<Channel, int> Queued, IReadOnlyDictionary<string, int> Excluded, int RejectedRows);

/// <summary>Counts an audience on the current datamart as the preparation would decide it; writes nothing.</summary>
public sealed class AudienceCounter(SnapshotStore snapshots, CaisseAudience audience)
{
    /// <summary>How many counts go on at once in this process.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    /// <param name="plan">A send to one caisse, with a slot.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidDatamartException">In French: there is no datamart yet, or it does not have this caisse.</exception>
    public async Task<AudienceCount> CountAsync(PlannedSend plan, CancellationToken cancellation)
    {
        var caisse = plan.Caisses.Single();
        var snapshot = await snapshots.CurrentAsync(cancellation) ?? throw new InvalidDatamartException("Aucun datamart n’a encore été livré.");
        // A caisse may have millions of rows: the machine that counts them sends messages too.
        await Turns.WaitAsync(cancellation);
        try
        {
            return await CountAsync(plan, caisse, snapshot, cancellation);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<AudienceCount> CountAsync(PlannedSend plan, string caisse, DateOnly snapshot, CancellationToken cancellation)
    {
        var entry = (await snapshots.ManifestAsync(snapshot, cancellation)).Find(plan.Population, caisse);
        using var people = await audience.OpenAsync(plan, plan.ZoneOf(caisse), caisse, snapshot, entry, cancellation);

        var targeted = 0;
        var queued = new SortedDictionary<Channel, int>();
        var excluded = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, choice) in people.Decide())
        {
            cancellation.ThrowIfCancellationRequested();
            targeted++;
            if (choice.Excluded is { } reason)
                excluded[reason] = excluded.GetValueOrDefault(reason) + 1;
            else
                queued[choice.Channel!.Value] = queued.GetValueOrDefault(choice.Channel!.Value) + 1;
        }

        return new AudienceCount(snapshot, targeted, queued, excluded, people.Rejected.Count);
    }
}
