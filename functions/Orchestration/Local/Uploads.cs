using System.IO.Compression;
using System.Text.Json;
using Orchestration.Audience.Datamart;
using Orchestration.Local.Datamart;
using Orchestration.Storage;

namespace Orchestration.Local;

/// <summary>Uploads what planners and the datamart upload, the way they do.</summary>
internal sealed class Uploads(Containers containers)
{
    public const string TemplatesArchive = "templates.zip";

    /// <summary>The media agency's waves.</summary>
    public Task WavesAsync(string file, CancellationToken cancellation) =>
        containers.Waves.GetBlobClient(Path.GetFileName(file)).UploadAsync(BinaryData.FromBytes(File.ReadAllBytes(file)), overwrite: true, cancellation);

    public Task CalendarAsync(string file, CancellationToken cancellation) =>
        containers.Calendars.GetBlobClient(Path.GetFileName(file)).UploadAsync(BinaryData.FromBytes(File.ReadAllBytes(file)), overwrite: true, cancellation);

    /// <summary>A folder of layouts and templates, as one archive.</summary>
    public Task TemplatesAsync(string folder, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                zip.CreateEntryFromFile(file, Path.GetRelativePath(folder, file).Replace('\\', '/'));
        }

        return containers.Templates.GetBlobClient(TemplatesArchive).UploadAsync(BinaryData.FromBytes(bytes.ToArray()), overwrite: true, cancellation);
    }

    /// <summary>Shards first, the manifest last: it makes the snapshot whole.</summary>
    public async Task DatamartAsync(SyntheticDatamart datamart, DateOnly date, CancellationToken cancellation)
    {
        var entries = new List<ShardEntry>();
        var folder = SnapshotStore.Folder(date);
        foreach (var some in datamart.Shards().Chunk(16))
        {
            await Task.WhenAll(some.Select(shard => UploadAsync($"{folder}/{shard.Entry.Name}", new BinaryData(shard.Content))));
            entries.AddRange(some.Select(shard => shard.Entry));
        }

        await UploadAsync($"{folder}/schema.json", SyntheticDatamart.Schema.ToJson());
        var manifest = new DatamartManifest(date, entries);
        await UploadAsync($"{folder}/manifest.json", new BinaryData(JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Options)));

        Task UploadAsync(string path, BinaryData content) =>
            containers.Datamart.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellation);
    }
}
