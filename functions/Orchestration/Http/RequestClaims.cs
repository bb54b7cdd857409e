using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Orchestration.Delivery;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Http;

/// <summary>
/// Who runs which request. Its record is created by the first attempt, and taken over from a worker that died by a conditional write: one attempt runs at
/// a time.
/// </summary>
public sealed class RequestClaims(Containers containers, WorkerId worker, Clocks clocks)
{
    /// <summary>Then the same key is a new request.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The front end of Azure cuts a request after 230 seconds: its worker does nothing more for it.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(240);

    private readonly ConcurrentDictionary<string, bool> _running = new();

    /// <returns>The request, to be run; or the answer of an earlier attempt, or that which refuses.</returns>
    internal async Task<(HeldRequest? Held, IResult? Answer)> ClaimAsync(
        RequestIdentity identity, Func<IdempotentRequest> create, CancellationToken cancellation)
    {
        if (!_running.TryAdd(identity.Path, true))
            return (null, InFlight(TimeSpan.FromSeconds(1)));
        HeldRequest? held = null;
        try
        {
            (held, var answer) = await TakeAsync(identity, create, cancellation);
            return (held, answer);
        }
        finally
        {
            if (held is null)
                Forget(identity);
        }
    }

    /// <summary>This process does not run it any more.</summary>
    internal void Forget(RequestIdentity identity) => _running.TryRemove(identity.Path, out _);

    internal static IResult InFlight(TimeSpan wait) => new LaterResult(
        Problems.Of(StatusCodes.Status409Conflict, "Demande en cours", "La même demande est en cours de traitement. Envoyez-la à nouveau dans un instant."), wait);

    private async Task<(HeldRequest? Held, IResult? Answer)> TakeAsync(
        RequestIdentity identity, Func<IdempotentRequest> create, CancellationToken cancellation)
    {
        while (true)
        {
            var now = clocks.System.GetUtcNow();
            var found = await containers.Requests.TryReadAsync<RequestRecord>(identity.Path, cancellation);
            var isKnown = found is not null && now - found.Value.FirstAt < Kept;
            if (isKnown && Settled(found!.Value, identity, now) is { } answer)
                return (null, answer);
            var mine = isKnown
                ? found!.Value with { Worker = worker.Value, ClaimedAt = now }
                : new RequestRecord(identity.Fingerprint, create(), now, worker.Value, now);
            if (await containers.Requests.TryPutAsync(identity.Path, mine, found?.ETag, cancellation) is { } version)
                return (new HeldRequest(containers.Requests, this, identity, mine, version), null);
        }
    }

    /// <returns>Null when the request may be run.</returns>
    private IResult? Settled(RequestRecord record, RequestIdentity identity, DateTimeOffset now)
    {
        if (record.Fingerprint != identity.Fingerprint)
            return Problems.Of(422, "Clé déjà employée", "Cette clé d'idempotence a servi à une autre demande. Prenez-en une nouvelle.");
        if (record.Answer is not null)
            return record.Answer.Replayed;
        var age = now - record.ClaimedAt;
        return record.Worker is null || record.Worker == worker.Value || age >= LongestAttempt ? null : InFlight(LongestAttempt - age);
    }
}
