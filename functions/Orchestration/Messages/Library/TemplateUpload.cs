using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Orchestration.Messages.Templates;
using Orchestration.Templating;

namespace Orchestration.Messages.Library;

/// <summary>The folders of an upload, by their path below <c>templates/</c>; or why it cannot be read.</summary>
internal sealed record TemplateUpload(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> Folders, IReadOnlyList<TemplateProblem> Problems)
{
    /// <summary>An archive is whole by itself; a folder is when its manifest is there.</summary>
    public static bool IsWhole(string name) =>
        name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("/" + PackageFiles.Manifest, StringComparison.Ordinal)
        || name.EndsWith("/" + PackageFiles.Layout, StringComparison.Ordinal);

    public static async Task<TemplateUpload> ReadAsync(BlobContainerClient container, BlobClient blob, CancellationToken cancellation)
    {
        if (!blob.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return await ReadFolderAsync(container, blob.Name[..blob.Name.LastIndexOf('/')], cancellation);
        if ((await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength > TemplateArchive.LargestFile)
            return Refused(blob.Name, TemplateArchive.TooLarge);
        var archive = (await blob.DownloadContentAsync(cancellation)).Value.Content;
        return TemplateArchive.Read(blob.Name, archive.ToStream());
    }

    public static TemplateUpload Refused(string file, (string What, string Mend) problem) => new(
        new Dictionary<string, IReadOnlyDictionary<string, byte[]>>(), [new TemplateProblem(file, 1, 1, 0, "P010", problem.What, problem.Mend)]);

    private static async Task<TemplateUpload> ReadFolderAsync(BlobContainerClient container, string folder, CancellationToken cancellation)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var total = 0L;
        await foreach (var file in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder + "/", cancellation))
        {
            total += file.Properties.ContentLength ?? 0;
            if (total > TemplateArchive.LargestInflated)
                return Refused(folder, TemplateArchive.TooLarge);
            files[file.Name[(folder.Length + 1)..]] = (await container.GetBlobClient(file.Name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }

        return new TemplateUpload(new Dictionary<string, IReadOnlyDictionary<string, byte[]>> { [folder] = files }, []);
    }
}
