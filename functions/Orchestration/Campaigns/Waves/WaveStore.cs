using System.Security.Cryptography;
using Orchestration.Calendars;
using Orchestration.Calendars.Waves;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Waves;

/// <summary>The last file of waves of the media agency.</summary>
/// <param name="Name">Of the uploaded blob.</param>
/// <param name="Sha256">Of its bytes, under which they are kept.</param>
/// <param name="UploadedAt">As storage says; of two files, the later counts, whichever is read first.</param>
public sealed record AgencyFile(string Name, string Sha256, DateTimeOffset UploadedAt);

/// <summary>
/// The agency's waves: the last file without errors counts for every calendar, whole. A wave that it no longer has is the calendar's own again.
/// </summary>
public sealed class WaveStore(Containers containers)
{
    // No calendar can have such a name.
    private const string Pointer = "_agency/waves.json";

    /// <returns>Null when the agency never delivered one.</returns>
    public async Task<AgencyFile?> LastAsync(CancellationToken cancellation) =>
        (await containers.Revisions.TryReadAsync<AgencyFile>(Pointer, cancellation))?.Value;

    /// <summary>The last waves; none when the agency never delivered any.</summary>
    public async Task<IReadOnlyList<MediaWave>> WavesAsync(CancellationToken cancellation)
    {
        if (await LastAsync(cancellation) is not { } file)
            return [];
        var bytes = (await containers.Revisions.GetBlobClient(Path(file.Sha256)).DownloadContentAsync(cancellation)).Value.Content;
        return WavesReader.Read(bytes, file.Name).Waves ?? [];
    }

    /// <summary>Takes a file without errors as the last one, unless a later one was taken.</summary>
    /// <returns>The file that counts now.</returns>
    public async Task<AgencyFile> TakeAsync(string name, BinaryData file, DateTimeOffset uploadedAt, CancellationToken cancellation)
    {
        var taken = new AgencyFile(name, Convert.ToHexStringLower(SHA256.HashData(file)), uploadedAt);
        await containers.Revisions.WriteAsync(Path(taken.Sha256), file, "application/octet-stream", cancellation);
        return await containers.Revisions.UpdateAsync<AgencyFile>(
            Pointer, present => present is not null && (present == taken || present.UploadedAt > uploadedAt) ? present : taken, cancellation);
    }

    private static string Path(string sha256) => $"_agency/files/{sha256}";
}
