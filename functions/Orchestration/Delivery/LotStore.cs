using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>Rendered lots: each is one blob, written once, which carries its own announcement.</summary>
public sealed class LotStore(Containers containers)
{
    private const string Announcement = "announcement";

    /// <returns>The announcement of a lot that was rendered before; null when it was not.</returns>
    public async Task<LotReady?> FindAsync(LotId lot, CancellationToken cancellation)
    {
        try
        {
            var properties = await containers.Lots.GetBlobClient(lot.MessagesPath).GetPropertiesAsync(cancellationToken: cancellation);
            return JsonSerializer.Deserialize<LotReady>(properties.Value.Metadata[Announcement], Json.Options);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Writes a rendered lot, unless it is there.</summary>
    /// <returns>The announcement of the lot that stands.</returns>
    public async Task<LotReady> TryWriteAsync(LotReady lot, BinaryData messages, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [Announcement] = JsonSerializer.Serialize(lot, Json.Options) },
        };
        if (!await containers.Lots.TryUploadAsync(lot.Blob, messages, options, cancellation))
            return await FindAsync(lot.LotId, cancellation) ?? throw new MissingBlobException(lot.Blob);
        LotMessages.Remember(containers, lot, messages);
        return lot;
    }
}
