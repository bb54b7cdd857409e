using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Orchestration.Storage;

/// <summary>A value and the version of the blob that it was read from.</summary>
public sealed record Versioned<T>(T Value, ETag ETag);

/// <summary>JSON documents in a container: read, create once, replace if unchanged.</summary>
public static class Blobs
{
    private static readonly BlobRequestConditions Absent = new() { IfNoneMatch = ETag.All };

    /// <returns>The document, or null when there is none.</returns>
    public static async Task<Versioned<T>?> TryReadAsync<T>(this BlobContainerClient container, string path, CancellationToken cancellation)
    {
        try
        {
            var blob = (await container.GetBlobClient(path).DownloadContentAsync(cancellation)).Value;
            var value = blob.Content.ToObjectFromJson<T>(Json.Options) ?? throw new JsonException($"'{path}' holds null.");
            return new Versioned<T>(value, blob.Details.ETag);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <exception cref="MissingBlobException">There is no such document.</exception>
    public static async Task<T> ReadAsync<T>(this BlobContainerClient container, string path, CancellationToken cancellation) =>
        (await container.TryReadAsync<T>(path, cancellation) ?? throw new MissingBlobException($"{container.Name}/{path}")).Value;

    /// <returns>False when a document is there already; it is left as it is.</returns>
    public static async Task<bool> TryCreateAsync<T>(
        this BlobContainerClient container, string path, T document, CancellationToken cancellation) =>
        await container.TryUploadAsync(path, Content(document), new BlobUploadOptions { Conditions = Absent }, cancellation);

    /// <returns>False when the document has changed since it was read.</returns>
    public static async Task<bool> TryReplaceAsync<T>(
        this BlobContainerClient container, string path, T document, ETag read, CancellationToken cancellation) =>
        await container.TryUploadAsync(
            path, Content(document), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = read } }, cancellation);

    /// <summary>Creates a document, or replaces the one that was read.</summary>
    /// <returns>Its version, or null when somebody else came between.</returns>
    public static async Task<ETag?> TryPutAsync<T>(
        this BlobContainerClient container, string path, T document, ETag? read, CancellationToken cancellation)
    {
        var conditions = read is { } version ? new BlobRequestConditions { IfMatch = version } : Absent;
        try
        {
            return (await container.GetBlobClient(path).UploadAsync(Content(document), new BlobUploadOptions { Conditions = conditions }, cancellation)).Value.ETag;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Reads, changes and writes a document until no one else came between.</summary>
    /// <param name="container">Where it is.</param>
    /// <param name="path">Its name.</param>
    /// <param name="change">Gets the present document (null when there is none), gives the new one; the same instance means no change.</param>
    /// <param name="cancellation">Stops between attempts.</param>
    /// <returns>The document as it stands now.</returns>
    public static async Task<T> UpdateAsync<T>(
        this BlobContainerClient container, string path, Func<T?, T> change, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var present = await container.TryReadAsync<T>(path, cancellation);
            var wanted = change(present?.Value);
            if (ReferenceEquals(wanted, present?.Value)
                || (present is null && await container.TryCreateAsync(path, wanted, cancellation))
                || (present is not null && await container.TryReplaceAsync(path, wanted, present.ETag, cancellation)))
                return wanted;
        }
    }

    /// <summary>A blob that is written once and never changes: from memory when this process wrote or read it lately.</summary>
    public static async Task<BinaryData> ReadImmutableAsync(
        this Containers containers, BlobContainerClient container, string path, CancellationToken cancellation)
    {
        var name = $"{container.Name}/{path}";
        if (!containers.Recent.TryGet<BinaryData>(name, out var content))
        {
            content = (await container.GetBlobClient(path).DownloadContentAsync(cancellation)).Value.Content;
            containers.Recent.Keep(name, content, content.ToMemory().Length);
        }

        return content;
    }

    /// <returns>False when the conditions did not hold.</returns>
    public static async Task<bool> TryUploadAsync(
        this BlobContainerClient container, string path, BinaryData content, BlobUploadOptions options, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(path).UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Writes, whatever was there.</summary>
    /// <returns>Its version.</returns>
    public static async Task<ETag> WriteAsync(
        this BlobContainerClient container, string path, BinaryData content, string contentType, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        return (await container.GetBlobClient(path).UploadAsync(content, options, cancellation)).Value.ETag;
    }

    private static BinaryData Content<T>(T document) => new(JsonSerializer.SerializeToUtf8Bytes(document, Json.Options));
}
