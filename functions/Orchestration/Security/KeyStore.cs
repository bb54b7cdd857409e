using Orchestration.Security.KeyRing;
using Orchestration.Storage;

namespace Orchestration.Security;

/// <summary>The keys of machines and, on one machine, of people.</summary>
public sealed class KeyStore(Containers containers, Clocks clocks)
{
    private readonly KeyUse _use = new(containers);

    /// <returns>The text of the new key, to be shown once.</returns>
    public async Task<string> IssueAsync(
        string caller, Role role, TimeSpan lifetime, CancellationToken cancellation, string? caisse = null, bool isTest = false)
    {
        var now = clocks.System.GetUtcNow();
        var (key, text) = ApiKey.Issue(caller, role, now + lifetime, caisse, isTest);
        await KeepAsync(key with { IssuedAt = now }, cancellation);
        return text;
    }

    /// <returns>
    /// The caller whose key this is; null for an unknown, wrong, expired or revoked one. The store is asked each time: a key that was revoked is refused at
    /// the next call.
    /// </returns>
    public async Task<Caller?> FindAsync(string text, CancellationToken cancellation)
    {
        if (ApiKey.Split(text) is not var (id, secret))
            return null;
        var key = (await containers.Keys.TryReadAsync<ApiKey>(Path(id), cancellation))?.Value ?? ApiKey.None;
        var now = clocks.System.GetUtcNow();
        // Compared whatever the key is worth: the time that a refusal takes does not tell why.
        if (!key.Matches(secret) || !key.IsLive(now))
            return null;
        await _use.NoteAsync(key.Id, now, cancellation);
        return new Caller(key.Caller, key.Role, key.Caisse, key.IsTest, key.Id);
    }

    internal async Task KeepAsync(ApiKey key, CancellationToken cancellation)
    {
        if (!await containers.Keys.TryCreateAsync(Path(key.Id), key, cancellation))
            throw new InvalidOperationException("A key of that id exists already; issue another one.");
    }

    internal static string Path(string id) => $"{id}.json";
}
