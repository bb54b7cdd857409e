using Azure.Storage.Blobs.Models;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Visas;

/// <summary>
/// Visas and what waits for one. Decisions are only ever added: the last one on a content counts. A visa is on a content of a send, and counts for all its
/// occurrences that go out with that very content: every edition of a newsletter, every day of a journey.
/// </summary>
public sealed class VisaStore(Containers containers, Clocks clocks)
{
    private const string Requests = "requests/";

    public async Task<VisaStatus> StatusAsync(SendKey send, string contentHash, CancellationToken cancellation) =>
        (await LogAsync(send, contentHash, cancellation)) switch
        {
            [] => VisaStatus.Pending,
            [.., var last] => last.Granted ? VisaStatus.Granted : VisaStatus.Refused,
        };

    /// <summary>Asks for a visa; asking again changes nothing, unless an occurrence needs it sooner.</summary>
    public Task RequestAsync(VisaRequest request, CancellationToken cancellation) => containers.Visas.UpdateAsync<VisaRequest>(
        RequestPath(request.Send, request.ContentHash),
        present => present is null ? request
            : present.NeededBy <= request.NeededBy ? present
            : present with { Send = request.Send, NeededBy = request.NeededBy },
        cancellation);

    /// <summary>What waits for a decision, soonest needed first.</summary>
    public async Task<IReadOnlyList<VisaRequest>> PendingAsync(CancellationToken cancellation)
    {
        var pending = new List<VisaRequest>();
        await foreach (var blob in containers.Visas.GetBlobsAsync(BlobTraits.None, BlobStates.None, Requests, cancellation))
        {
            var request = await containers.Visas.ReadAsync<VisaRequest>(blob.Name, cancellation);
            if (await StatusAsync(request.Send, request.ContentHash, cancellation) == VisaStatus.Pending)
                pending.Add(request);
        }

        return [.. pending.OrderBy(request => request.NeededBy).ThenBy(request => request.Send.Value, StringComparer.Ordinal)];
    }

    /// <summary>Records a decision.</summary>
    /// <exception cref="VisaRefusedException">Nobody asked for this visa, or the validator is the author.</exception>
    public async Task DecideAsync(SendKey send, string contentHash, bool granted, string validator, string? remark, CancellationToken cancellation)
    {
        var request = (await containers.Visas.TryReadAsync<VisaRequest>(RequestPath(send, contentHash), cancellation))?.Value
            ?? throw new VisaRefusedException("Aucun visa n’est demandé pour ce contenu : il a peut-être changé depuis. Relisez la demande en cours.");
        if (string.Equals(request.Author.Trim(), validator.Trim(), StringComparison.OrdinalIgnoreCase))
            throw new VisaRefusedException("L’auteur d’un contenu ne peut pas en donner ni en refuser le visa : demandez à une autre personne.");
        using var log = Log(send, contentHash);
        await log.AppendAsync([new Visa(contentHash, granted, validator, remark, clocks.Business.GetUtcNow())], cancellation);
    }

    private async Task<IReadOnlyList<Visa>> LogAsync(SendKey send, string contentHash, CancellationToken cancellation)
    {
        using var log = Log(send, contentHash);
        return await log.ReadShortAsync(cancellation);
    }

    private AppendLog<Visa> Log(SendKey send, string contentHash) => new(containers.Visas, $"decisions/{send.Series}/{contentHash}");

    private static string RequestPath(SendKey send, string contentHash) => $"{Requests}{send.Series}/{contentHash}.json";
}
