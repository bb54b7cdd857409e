using Orchestration.Audience.Datamart;
using Orchestration.Storage;

namespace Orchestration.Audience.Panels;

/// <summary>The panel of the current snapshot, drawn once.</summary>
public sealed class PanelStore(Containers containers, SnapshotStore snapshots) : IDisposable
{
    /// <summary>People per public: enough to see a tenth of an audience, small enough to be tried a thousand times.</summary>
    public const int SampleSize = 3_000;

    private readonly SemaphoreSlim _turn = new(1);
    private (DateOnly Snapshot, AudiencePanel Panel)? _drawn;

    /// <returns>Null when no snapshot was ever completed.</returns>
    /// <exception cref="InvalidDatamartException">A shard is missing or unreadable.</exception>
    public async Task<AudiencePanel?> CurrentAsync(CancellationToken cancellation)
    {
        if (await snapshots.CurrentAsync(cancellation) is not { } current)
            return null;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_drawn?.Snapshot != current)
                _drawn = (current, await DrawAsync(current, cancellation));
            return _drawn.Value.Panel;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<AudiencePanel> DrawAsync(DateOnly snapshot, CancellationToken cancellation)
    {
        var schema = await snapshots.SchemaAsync(snapshot, cancellation);
        var manifest = await snapshots.ManifestAsync(snapshot, cancellation);
        var samples = new Dictionary<Population, PanelSample>();
        foreach (var population in (Population[])[Population.Insured, Population.Professionals])
        {
            var shards = manifest.Shards.Where(shard => shard.Population == population).OrderBy(shard => shard.Caisse, StringComparer.Ordinal).ToArray();
            if (schema.Find(population) is not { } fields || shards.Length == 0)
                continue;
            var sample = samples[population] = new PanelSample(fields);
            var share = Math.Min(1, (double)SampleSize / Math.Max(1, shards.Sum(shard => (long)shard.Rows)));
            foreach (var entry in shards)
            {
                using var shard = await Shard.TryOpenAsync(containers, snapshot, entry, cancellation)
                    ?? throw new InvalidDatamartException($"Le datamart du {snapshot:d/M/yyyy} n’a pas le fichier « {entry.Name} ».");
                sample.Add(entry.Caisse, entry.Rows, share, shard.Text);
            }
        }

        return new AudiencePanel(samples);
    }
}
