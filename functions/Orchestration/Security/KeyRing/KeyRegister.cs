using Azure.Storage.Blobs.Models;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Security.KeyRing;

/// <summary>
/// Issues, lists, rotates and revokes keys, and notes each act in a trail. The app reads a key at each call: what is done here holds at once.
/// </summary>
public sealed class KeyRegister(Containers containers, KeyStore keys, Clocks clocks)
{
    /// <summary>Of one caller, role and caisse: one that is used, and one that takes its place.</summary>
    public const int MostLive = 2;

    private readonly KeyUse _use = new(containers);

    /// <param name="request">What is asked for.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<KeyOutcome> IssueAsync(KeyRequest request, string by, CancellationToken cancellation) =>
        request.Refusal() is { } refusal ? KeyOutcome.Refused(refusal)
        : TooMany(request, await LiveAsync(request, cancellation)) is { } tooMany ? KeyOutcome.Refused(tooMany)
        : await IssueAsync(request, null, by, cancellation);

    /// <summary>Issues a key that takes the place of another, which lives on for a while.</summary>
    /// <param name="id">Of the key that gives way.</param>
    /// <param name="lifetime">Of its successor.</param>
    /// <param name="overlap">How long the old one lives on, at most until its own expiry.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<KeyOutcome> RotateAsync(string id, TimeSpan lifetime, TimeSpan overlap, string by, CancellationToken cancellation)
    {
        var now = clocks.System.GetUtcNow();
        if (await FindAsync(id, cancellation) is not { } old)
            return Unknown(id);
        if (!old.IsLive(now))
            return KeyOutcome.Refused(French.Text($"La clé {id} n'est plus en service : émettez-en une neuve."));
        var request = new KeyRequest(old.Caller, old.Role, lifetime, old.Caisse, old.IsTest);
        var others = (await LiveAsync(request, cancellation)).Where(key => key.Id != id || overlap > TimeSpan.Zero).ToArray();
        if ((request.Refusal() ?? TooMany(request, others)) is { } refusal)
            return KeyOutcome.Refused(refusal);

        var issued = await IssueAsync(request, id, by, cancellation);
        var end = now + overlap;
        var ended = await containers.Keys.UpdateAsync<ApiKey>(
            KeyStore.Path(id), present => present!.ExpiresAt <= end ? present : present with { ExpiresAt = end }, cancellation);
        await NoteAsync(KeyAct.Rotated, ended, by, issued.Key!.Id, cancellation);
        return issued;
    }

    /// <summary>Ends a key at once. One that is revoked already stays as it was.</summary>
    public async Task<KeyOutcome> RevokeAsync(string id, string reason, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return KeyOutcome.Refused(French.Text($"Donnez un motif : il est gardé avec la clé."));
        if (await FindAsync(id, cancellation) is not { } found)
            return Unknown(id);
        if (found.RevokedAt is not null)
            return KeyOutcome.Done(found);
        var now = clocks.System.GetUtcNow();
        var revoked = await containers.Keys.UpdateAsync<ApiKey>(
            KeyStore.Path(id),
            present => present!.RevokedAt is not null ? present : present with { RevokedAt = now, RevokedBy = by, Reason = reason },
            cancellation);
        await NoteAsync(KeyAct.Revoked, revoked, by, reason, cancellation);
        return KeyOutcome.Done(revoked);
    }

    /// <summary>Every key, by caller, then those that live longest.</summary>
    public async Task<IReadOnlyList<ListedKey>> ListAsync(CancellationToken cancellation)
    {
        var now = clocks.System.GetUtcNow();
        var listed = new List<ListedKey>();
        foreach (var key in await AllAsync(cancellation))
            listed.Add(new ListedKey(key, StateOf(key, now), await _use.LastAsync(key.Id, cancellation)));
        return listed;
    }

    /// <summary>Everything that was done to keys, oldest first.</summary>
    public async Task<IReadOnlyList<KeyEvent>> TrailAsync(CancellationToken cancellation)
    {
        var events = new List<KeyEvent>();
        using var trail = Trail();
        await trail.ReadNewAsync(events.Add, cancellation);
        return events;
    }

    private static KeyState StateOf(ApiKey key, DateTimeOffset now) =>
        key.IsLive(now) ? KeyState.Live : key.RevokedAt is null ? KeyState.Expired : KeyState.Revoked;

    private static string? TooMany(KeyRequest request, IReadOnlyCollection<ApiKey> live) => live.Count < MostLive
        ? null
        : French.Text($"« {request.Caller} » a déjà {MostLive} clés de ce rôle en service ({French.And([.. live.Select(key => key.Id)])}) : ")
            + French.Text($"révoquez-en une, ou attendez qu'elle expire.");

    private static KeyOutcome Unknown(string id) => KeyOutcome.Refused(French.Text($"Aucune clé n'a l'identifiant « {id} » : « keys list --all » les montre toutes."));

    private async Task<KeyOutcome> IssueAsync(KeyRequest request, string? replaced, string by, CancellationToken cancellation)
    {
        var now = clocks.System.GetUtcNow();
        var (made, text) = ApiKey.Issue(request.Caller, request.Role, now + request.Lifetime, request.Caisse, request.IsTest);
        var key = made with { IssuedAt = now, IssuedBy = by, Replaces = replaced };
        await keys.KeepAsync(key, cancellation);
        await NoteAsync(KeyAct.Issued, key, by, null, cancellation);
        return KeyOutcome.Done(key, text);
    }

    private async Task<IReadOnlyCollection<ApiKey>> LiveAsync(KeyRequest request, CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Where(key => request.IsLike(key) && key.IsLive(clocks.System.GetUtcNow()))];

    private async Task<ApiKey?> FindAsync(string id, CancellationToken cancellation) =>
        id.Length > 0 && id.All(char.IsAsciiHexDigitLower)
            ? (await containers.Keys.TryReadAsync<ApiKey>(KeyStore.Path(id), cancellation))?.Value
            : null;

    private async Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<ApiKey>();
        // Folders hold the trail and the days of use.
        await foreach (var item in containers.Keys.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, cancellation))
        {
            if (item.IsBlob)
                all.Add(await containers.Keys.ReadAsync<ApiKey>(item.Blob.Name, cancellation));
        }

        return [.. all.OrderBy(key => key.Caller, StringComparer.Ordinal).ThenByDescending(key => key.ExpiresAt).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    private async Task NoteAsync(KeyAct what, ApiKey key, string by, string? why, CancellationToken cancellation)
    {
        using var trail = Trail();
        await trail.AppendAsync([new KeyEvent(clocks.System.GetUtcNow(), what, key.Id, key.Caller, key.Role, key.Caisse, by, why)], cancellation);
    }

    private AppendLog<KeyEvent> Trail() => new(containers.Keys, "trail");
}
