using System.IO.Compression;
using System.Security.Cryptography;
using Orchestration.Messages;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>The rendered messages of a lot, read only if they are what was announced.</summary>
public static class LotMessages
{
    /// <exception cref="InvalidDataException">The content is not that of the announcement.</exception>
    public static async Task<IEnumerable<OutgoingMessage>> OpenAsync(Containers containers, LotReady lot, CancellationToken cancellation)
    {
        if (containers.Recent.TryGet<BinaryData>(RecentName(lot), out var written))
            return Ndjson.Read<OutgoingMessage>(written);
        var gzipped = (await containers.Lots.GetBlobClient(lot.Blob).DownloadContentAsync(cancellation)).Value.Content;
        using var content = new GZipStream(gzipped.ToStream(), CompressionMode.Decompress);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        if (hash != lot.Sha256)
            throw new InvalidDataException($"The content of lot {lot.LotId} has the hash {hash}, its announcement says {lot.Sha256}.");
        return Ndjson.Read<OutgoingMessage>(gzipped);
    }

    /// <summary>Keeps in memory what was just written.</summary>
    public static void Remember(Containers containers, LotReady lot, BinaryData gzipped) =>
        containers.Recent.Keep(RecentName(lot), gzipped, gzipped.ToMemory().Length);

    private static string RecentName(LotReady lot) => $"{lot.Blob}/{lot.Sha256}";
}
