using Orchestration.Storage;

namespace Orchestration.Audience.Datamart;

/// <summary>Names the current snapshot of the datamart.</summary>
public sealed record CurrentSnapshot(DateOnly Date);

/// <summary>The snapshots of the datamart and which of them is current.</summary>
public sealed class SnapshotStore(Containers containers)
{
    private const string Current = "current.json";

    /// <returns>Null when no snapshot was ever completed.</returns>
    public async Task<DateOnly?> CurrentAsync(CancellationToken cancellation) =>
        (await containers.Snapshots.TryReadAsync<CurrentSnapshot>(Current, cancellation))?.Value.Date;

    /// <summary>Makes a snapshot current, unless a newer one is: one conditional write.</summary>
    /// <returns>The date that is current now.</returns>
    public async Task<DateOnly> PromoteAsync(DateOnly date, CancellationToken cancellation) =>
        (await containers.Snapshots.UpdateAsync<CurrentSnapshot>(
            Current, present => present is not null && present.Date >= date ? present : new CurrentSnapshot(date), cancellation)).Date;

    public Task<DatamartManifest> ManifestAsync(DateOnly date, CancellationToken cancellation) =>
        containers.Datamart.ReadAsync<DatamartManifest>($"{Folder(date)}/manifest.json", cancellation);

    public async Task<DatamartSchema> SchemaAsync(DateOnly date, CancellationToken cancellation) =>
        DatamartSchema.Parse(
            (await containers.Datamart.GetBlobClient($"{Folder(date)}/schema.json").DownloadContentAsync(cancellation)).Value.Content);

    public static string Folder(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
