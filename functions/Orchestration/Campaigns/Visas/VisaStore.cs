using Azure.Storage.Blobs.Models;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Visas;

/// <summary>
/// Visas and what waits for one. Decisions are only ever added: the last one on a content counts. A visa is on a content of a send, and counts for all its
/// occurrences that go out with that very content: every edition of a newsletter, every day of a journey.
/// </summary>
public sealed class VisaStore(Containers containers, Clocks clocks)
{
    private const string Requests = "requests/";
    private const string Decisions = "decisions/";

    private readonly CachedBlobs<string, IReadOnlyList<Visa>> _logs = new(name => AppendLog.Short<Visa>(containers.Visas, name));

    public async Task<VisaStatus> StatusAsync(SendKey send, string contentHash, CancellationToken cancellation) =>
        (await _logs[LogName(send, contentHash)].TryReadAsync(cancellation)) switch
        {
            null or [] => VisaStatus.Pending,
            [.., var last] => last.Granted ? VisaStatus.Granted : VisaStatus.Refused,
        };

    /// <summary>Asks for a visa; asking again changes nothing, unless an occurrence needs it sooner.</summary>
    public Task RequestAsync(VisaRequest request, CancellationToken cancellation) => containers.Visas.UpdateAsync<VisaRequest>(
        RequestPath(request.Send, request.ContentHash),
        present => present is null ? request
            : present.NeededBy <= request.NeededBy ? present
            : present with { Send = request.Send, NeededBy = request.NeededBy },
        cancellation);

    /// <returns>What was asked about a content; null when nobody asked.</returns>
    public async Task<VisaRequest?> FindRequestAsync(SendKey send, string contentHash, CancellationToken cancellation) =>
        (await containers.Visas.TryReadAsync<VisaRequest>(RequestPath(send, contentHash), cancellation))?.Value;

    /// <returns>What was asked last about any content of a send, whatever its occurrence; null when nothing was.</returns>
    public async Task<VisaRequest?> FindLatestRequestAsync(SendKey send, CancellationToken cancellation)
    {
        VisaRequest? latest = null;
        await foreach (var blob in containers.Visas.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Requests}{send.Series}/", cancellation))
        {
            var request = await containers.Visas.ReadAsync<VisaRequest>(blob.Name, cancellation);
            latest = latest is null || request.At > latest.At ? request : latest;
        }

        return latest;
    }

    /// <summary>Every decision on a content, in order.</summary>
    public async Task<IReadOnlyList<Visa>> DecisionsAsync(SendKey send, string contentHash, CancellationToken cancellation) =>
        await _logs[LogName(send, contentHash)].TryReadAsync(cancellation) ?? [];

    /// <summary>Every decision on any content of a send, whatever its occurrence, in order.</summary>
    public async Task<IReadOnlyList<Visa>> HistoryAsync(SendKey send, CancellationToken cancellation)
    {
        var prefix = $"{Decisions}{send.Series}/";
        var hashes = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in containers.Visas.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
            hashes.Add(blob.Name[prefix.Length..].Split('/')[0]);
        var all = new List<Visa>();
        foreach (var hash in hashes)
            all.AddRange(await DecisionsAsync(send, hash, cancellation));
        return [.. all.OrderBy(visa => visa.At).ThenBy(visa => visa.ContentHash, StringComparer.Ordinal)];
    }

    /// <summary>What waits for a decision, soonest needed first.</summary>
    public async Task<IReadOnlyList<VisaRequest>> PendingAsync(CancellationToken cancellation)
    {
        // Requests first: one that is decided meanwhile is in the second list.
        var requests = new List<string>();
        await foreach (var blob in containers.Visas.GetBlobsAsync(BlobTraits.None, BlobStates.None, Requests, cancellation))
            requests.Add(blob.Name[Requests.Length..^".json".Length]);
        var decided = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in containers.Visas.GetBlobsAsync(BlobTraits.None, BlobStates.None, Decisions, cancellation))
        {
            if (blob.Properties.ContentLength > 0)
                decided.Add(blob.Name[Decisions.Length..blob.Name.LastIndexOf('/')]);
        }

        var pending = new List<VisaRequest>();
        foreach (var request in requests.Where(request => !decided.Contains(request)))
            pending.Add(await containers.Visas.ReadAsync<VisaRequest>($"{Requests}{request}.json", cancellation));

        return [.. pending.OrderBy(request => request.NeededBy).ThenBy(request => request.Send.Value, StringComparer.Ordinal)];
    }

    /// <summary>Records a decision.</summary>
    /// <exception cref="VisaRefusedException">Nobody asked for this visa, or the validator is the author.</exception>
    public async Task DecideAsync(SendKey send, string contentHash, bool granted, string validator, string? remark, CancellationToken cancellation)
    {
        var request = await FindRequestAsync(send, contentHash, cancellation)
            ?? throw new VisaRefusedException("Aucun visa n’est demandé pour ce contenu : il a peut-être changé depuis. Relisez la demande en cours.");
        if (PersonName.IsSame(request.Author, validator))
            throw new VisaRefusedException("L’auteur d’un contenu ne peut pas en donner ni en refuser le visa : demandez à une autre personne.");
        using var log = Log(send, contentHash);
        await log.AppendAsync([new Visa(contentHash, granted, validator, remark, clocks.Business.GetUtcNow())], cancellation);
    }

    private AppendLog<Visa> Log(SendKey send, string contentHash) => new(containers.Visas, LogName(send, contentHash));

    private static string LogName(SendKey send, string contentHash) => $"{Decisions}{send.Series}/{contentHash}";

    private static string RequestPath(SendKey send, string contentHash) => $"{Requests}{send.Series}/{contentHash}.json";
}
