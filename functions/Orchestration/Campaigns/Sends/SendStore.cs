using Azure.Storage.Blobs.Models;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Sends;

/// <summary>The plan records of every send.</summary>
public sealed class SendStore(Containers containers)
{
    private readonly CachedBlobs<SendKey, SendRecord> _records = new(
        send => new CachedBlob<SendRecord>(containers.Sends, PathOf(send), content => content.ToObjectFromJson<SendRecord>(Json.Options)!));

    public Task<SendRecord> ReadAsync(SendKey send, CancellationToken cancellation) => _records[send].ReadAsync(cancellation);

    /// <returns>Null when no calendar ever had such a send.</returns>
    public async Task<SendRecord?> FindAsync(SendKey send, CancellationToken cancellation) =>
        (await containers.Sends.TryReadAsync<SendRecord>(PathOf(send), cancellation))?.Value;

    /// <summary>Writes what a revision says of a send, unless a later revision has spoken.</summary>
    /// <returns>The record as it stands now.</returns>
    public Task<SendRecord> PlanAsync(PlannedSend plan, int revision, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(
            PathOf(plan.Key),
            present => present is null ? new SendRecord(plan, revision, false, false)
                : present.Revision >= revision ? present
                : present with { Plan = plan, Revision = revision, Withdrawn = false, Scan = null },
            cancellation);

    /// <summary>A revision no longer has this send, unless a later revision has spoken.</summary>
    public Task<SendRecord> WithdrawAsync(SendKey send, int revision, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(
            PathOf(send),
            present => present!.Revision >= revision ? present : present with { Revision = revision, Withdrawn = true },
            cancellation);

    /// <summary>A day of a journey that has a record goes on under a later revision, unless one that is later still has spoken.</summary>
    public Task<SendRecord> FollowAsync(PlannedSend plan, int revision, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(
            PathOf(plan.Key),
            present => present!.Revision >= revision || present.Withdrawn ? present : present with { Plan = plan, Revision = revision, Scan = -1 },
            cancellation);

    /// <summary>Writes a day of a journey, unless a later revision or search has spoken, or the day has begun.</summary>
    /// <returns>The record as it stands now.</returns>
    public Task<SendRecord> PlanDayAsync(PlannedSend plan, int revision, int scan, DateTimeOffset now, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(
            PathOf(plan.Key),
            present => present is null ? new SendRecord(plan, revision, false, false, scan)
                : IsOlder(revision, scan, present) || present.HasBegun(now) ? present
                : present with { Plan = plan, Revision = revision, Scan = scan, Withdrawn = false },
            cancellation);

    /// <summary>A day on which a search finds nobody any more, unless a later revision or search has spoken, or the day has begun.</summary>
    public Task<SendRecord> WithdrawDayAsync(SendKey send, int revision, int scan, DateTimeOffset now, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(
            PathOf(send),
            present => IsOlder(revision, scan, present!) || present!.HasBegun(now) ? present!
                : present with { Revision = revision, Scan = scan, Withdrawn = true },
            cancellation);

    /// <summary>Takes back what a revision wrote after the next one was applied, if nobody has written it since.</summary>
    public Task<SendRecord> TakeBackAsync(SendKey send, int revision, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(
            PathOf(send), present => present!.Revision == revision && !present.Withdrawn ? present with { Withdrawn = true } : present, cancellation);

    public Task MarkStartedAsync(SendKey send, CancellationToken cancellation) =>
        containers.Sends.UpdateAsync<SendRecord>(PathOf(send), present => present!.Started ? present : present with { Started = true }, cancellation);

    /// <summary>The records that exist among these, by key.</summary>
    public async Task<IReadOnlyDictionary<SendKey, SendRecord>> ReadManyAsync(IEnumerable<SendKey> keys, CancellationToken cancellation)
    {
        var records = new Dictionary<SendKey, SendRecord>();
        foreach (var some in keys.Chunk(16))
        {
            foreach (var record in await Task.WhenAll(some.Select(key => FindAsync(key, cancellation))))
            {
                if (record is not null)
                    records.Add(record.Plan.Key, record);
            }
        }

        return records;
    }

    /// <summary>The keys of every send that a calendar has or had.</summary>
    public Task<IReadOnlyList<SendKey>> KeysAsync(string calendar, CancellationToken cancellation) => ListAsync(calendar + ".", cancellation);

    /// <summary>The keys of every send of all calendars and orders.</summary>
    public Task<IReadOnlyList<SendKey>> AllKeysAsync(CancellationToken cancellation) => ListAsync("", cancellation);

    /// <summary>The keys of every occurrence that a send has or had.</summary>
    public Task<IReadOnlyList<SendKey>> OccurrencesAsync(SendKey send, CancellationToken cancellation) => ListAsync(send.Series + ".", cancellation);

    private async Task<IReadOnlyList<SendKey>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var keys = new List<SendKey>();
        await foreach (var blob in containers.Sends.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
        {
            // What else is in the container lies in folders.
            if (SendKey.TryParse(Path.GetFileNameWithoutExtension(blob.Name), out var key) && blob.Name == PathOf(key))
                keys.Add(key);
        }

        return keys;
    }

    private static bool IsOlder(int revision, int scan, SendRecord present) => (revision, scan).CompareTo((present.Revision, present.Scan ?? int.MinValue)) < 0;

    private static string PathOf(SendKey send) => $"{send}.json";
}
