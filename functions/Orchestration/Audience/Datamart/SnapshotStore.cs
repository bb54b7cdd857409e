using System.Collections.Concurrent;
using Orchestration.Storage;

namespace Orchestration.Audience.Datamart;

/// <summary>Names the current snapshot of the datamart.</summary>
public sealed record CurrentSnapshot(DateOnly Date);

/// <summary>The snapshots of the datamart and which of them is current.</summary>
public sealed class SnapshotStore(Containers containers)
{
    private const string Current = "current.json";
    private readonly ConcurrentDictionary<DateOnly, CachedBlob<DatamartSchema>> _schemas = new();
    private readonly ConcurrentDictionary<DateOnly, CachedBlob<DatamartManifest>> _manifests = new();

    /// <returns>Null when no snapshot was ever completed.</returns>
    public async Task<DateOnly?> CurrentAsync(CancellationToken cancellation) =>
        (await containers.Snapshots.TryReadAsync<CurrentSnapshot>(Current, cancellation))?.Value.Date;

    /// <summary>Makes a snapshot current, unless a newer one is: one conditional write.</summary>
    /// <returns>The date that is current now.</returns>
    public async Task<DateOnly> PromoteAsync(DateOnly date, CancellationToken cancellation) =>
        (await containers.Snapshots.UpdateAsync<CurrentSnapshot>(
            Current, present => present is not null && present.Date >= date ? present : new CurrentSnapshot(date), cancellation)).Date;

    /// <exception cref="InvalidDatamartException">The manifest is missing.</exception>
    public async Task<DatamartManifest> ManifestAsync(DateOnly date, CancellationToken cancellation) =>
        await _manifests.GetOrAdd(date, _ => new CachedBlob<DatamartManifest>(containers.Datamart, $"{Folder(date)}/manifest.json", ReadManifest))
            .TryReadAsync(cancellation)
        ?? throw new InvalidDatamartException("manifest.json manque.");

    /// <exception cref="InvalidDatamartException">The schema is missing, or is not one.</exception>
    public async Task<DatamartSchema> SchemaAsync(DateOnly date, CancellationToken cancellation) =>
        await _schemas.GetOrAdd(date, _ => new CachedBlob<DatamartSchema>(containers.Datamart, $"{Folder(date)}/schema.json", DatamartSchema.Parse))
            .TryReadAsync(cancellation)
        ?? throw new InvalidDatamartException("schema.json manque.");

    public static string Folder(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DatamartManifest ReadManifest(BinaryData content) =>
        content.ToObjectFromJson<DatamartManifest>(Json.Options) ?? throw new InvalidDatamartException("manifest.json est vide.");
}
