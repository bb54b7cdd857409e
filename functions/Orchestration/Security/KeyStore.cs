using Orchestration.Storage;

namespace Orchestration.Security;

/// <summary>The keys of machines and, on one machine, of people.</summary>
public sealed class KeyStore(Containers containers, Clocks clocks)
{
    /// <returns>The text of the new key, to be shown once.</returns>
    public async Task<string> IssueAsync(
        string caller, Role role, TimeSpan lifetime, CancellationToken cancellation, string? caisse = null, bool isTest = false)
    {
        var (key, text) = ApiKey.Issue(caller, role, clocks.System.GetUtcNow() + lifetime, caisse, isTest);
        if (!await containers.Keys.TryCreateAsync(Path(key.Id), key, cancellation))
            throw new InvalidOperationException("A key of that id exists already; issue another one.");
        return text;
    }

    /// <returns>The caller whose key this is; null for an unknown, wrong or expired one.</returns>
    public async Task<Caller?> FindAsync(string text, CancellationToken cancellation)
    {
        if (ApiKey.Split(text) is not var (id, secret)
            || await containers.Keys.TryReadAsync<ApiKey>(Path(id), cancellation) is not { Value: var key })
            return null;
        return key.Matches(secret) && clocks.System.GetUtcNow() < key.ExpiresAt ? new Caller(key.Caller, key.Role, key.Caisse, key.IsTest, key.Id) : null;
    }

    private static string Path(string id) => $"{id}.json";
}
