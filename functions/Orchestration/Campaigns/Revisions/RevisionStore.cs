using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Revisions;

/// <summary>The revisions of calendars.</summary>
public sealed class RevisionStore(Containers containers)
{
    public async Task<CalendarHead?> HeadAsync(string calendar, CancellationToken cancellation) =>
        (await containers.Revisions.TryReadAsync<CalendarHead>(HeadPath(calendar), cancellation))?.Value;

    public Task<CalendarRevision> ReadAsync(string calendar, int number, CancellationToken cancellation) =>
        containers.Revisions.ReadAsync<CalendarRevision>(Path(calendar, number), cancellation);

    /// <summary>
    /// Gives an upload its number, unless its content is that of the last revision. Two importers side by side get two numbers: the head moves by one
    /// conditional write, after the revision itself was written, and by whoever comes first.
    /// </summary>
    /// <returns>The revision, new or as it was.</returns>
    public async Task<CalendarRevision> AddAsync(CalendarRevision upload, CancellationToken cancellation)
    {
        while (true)
        {
            var head = await containers.Revisions.TryReadAsync<CalendarHead>(HeadPath(upload.Calendar), cancellation);
            if (head?.Value.ContentHash == upload.ContentHash)
                return await ReadAsync(upload.Calendar, head.Value.Latest, cancellation);

            var revision = upload with { Number = (head?.Value.Latest ?? 0) + 1 };
            if (!await containers.Revisions.TryCreateAsync(Path(upload.Calendar, revision.Number), revision, cancellation))
                revision = await ReadAsync(upload.Calendar, revision.Number, cancellation);

            var moved = new CalendarHead(revision.Number, revision.ContentHash, head?.Value.Applied ?? 0);
            var isMoved = head is null
                ? await containers.Revisions.TryCreateAsync(HeadPath(upload.Calendar), moved, cancellation)
                : await containers.Revisions.TryReplaceAsync(HeadPath(upload.Calendar), moved, head.ETag, cancellation);
            if (revision.ContentHash == upload.ContentHash && (isMoved || (await HeadAsync(upload.Calendar, cancellation))?.Latest >= revision.Number))
                return revision;
        }
    }

    /// <summary>Keeps an uploaded file under its hash.</summary>
    /// <returns>The hash.</returns>
    public async Task<string> KeepSourceAsync(string calendar, BinaryData file, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        await containers.Revisions.WriteAsync(SourcePath(calendar, hash), file, "application/octet-stream", cancellation);
        return hash;
    }

    public async Task<BinaryData> SourceAsync(string calendar, string hash, CancellationToken cancellation) =>
        (await containers.Revisions.GetBlobClient(SourcePath(calendar, hash)).DownloadContentAsync(cancellation)).Value.Content;

    /// <summary>Every calendar that has a revision, in order.</summary>
    public async Task<IReadOnlyList<string>> CalendarsAsync(CancellationToken cancellation)
    {
        var calendars = new List<string>();
        await foreach (var item in containers.Revisions.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, cancellation))
        {
            if (item.IsPrefix && await HeadAsync(item.Prefix.TrimEnd('/'), cancellation) is not null)
                calendars.Add(item.Prefix.TrimEnd('/'));
        }

        return calendars;
    }

    public Task MarkAppliedAsync(string calendar, int number, CancellationToken cancellation) =>
        containers.Revisions.UpdateAsync<CalendarHead>(
            HeadPath(calendar), head => head!.Applied >= number ? head : head with { Applied = number }, cancellation);

    public async Task<RevisionDecision?> DecisionAsync(string calendar, int number, CancellationToken cancellation) =>
        (await containers.Revisions.TryReadAsync<RevisionDecision>(DecisionPath(calendar, number), cancellation))?.Value;

    /// <returns>False when somebody has decided before; that decision stands.</returns>
    public Task<bool> DecideAsync(string calendar, int number, RevisionDecision decision, CancellationToken cancellation) =>
        containers.Revisions.TryCreateAsync(DecisionPath(calendar, number), decision, cancellation);

    private static string SourcePath(string calendar, string hash) => $"{calendar}/sources/{hash}";

    private static string HeadPath(string calendar) => $"{calendar}/head.json";

    private static string Path(string calendar, int number) => $"{calendar}/{number:0000}.json";

    private static string DecisionPath(string calendar, int number) => $"{calendar}/{number:0000}.decision.json";
}
