using Azure;
using Azure.Storage.Blobs.Models;
using Orchestration.Storage;

namespace Orchestration.Security;

/// <summary>
/// Sessions of people on the dashboard, where no identity provider stands in front of the app: a code opens one session, once; a session opens pages
/// until it ends.
/// </summary>
public sealed class SessionStore(Containers containers, Clocks clocks)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static readonly TimeSpan LifetimeOfCode = TimeSpan.FromMinutes(15);

    /// <returns>A code that begins one session of that person; kept hashed only.</returns>
    public Task<string> IssueCodeAsync(string caller, Role role, CancellationToken cancellation) =>
        KeepAsync(KeyKind.SignIn, caller, role, LifetimeOfCode, cancellation);

    /// <summary>Uses a code up.</summary>
    /// <returns>What the cookie of the new session holds; null when the code is unknown, too old or used already.</returns>
    public async Task<string?> BeginAsync(string code, CancellationToken cancellation)
    {
        if (await ReadAsync(KeyKind.SignIn, code, cancellation) is not { Value: var key, ETag: var version }
            || !await TryTakeAsync(Path(KeyKind.SignIn, key.Id), version, cancellation))
            return null;
        return await KeepAsync(KeyKind.Session, key.Caller, key.Role, Lifetime, cancellation);
    }

    /// <returns>Whose session it is; null for none, or one that has ended.</returns>
    public async Task<Caller?> FindAsync(string? session, CancellationToken cancellation) =>
        session is not null && await ReadAsync(KeyKind.Session, session, cancellation) is { Value: var key }
            ? new Caller(key.Caller, key.Role, Key: key.Id)
            : null;

    /// <summary>Ends a session; one that has ended stays so.</summary>
    public async Task EndAsync(string? session, CancellationToken cancellation)
    {
        if (session is not null && await ReadAsync(KeyKind.Session, session, cancellation) is { Value: var key })
            await containers.Sessions.GetBlobClient(Path(KeyKind.Session, key.Id)).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    private async Task<string> KeepAsync(KeyKind kind, string caller, Role role, TimeSpan lifetime, CancellationToken cancellation)
    {
        var (key, text) = ApiKey.Issue(caller, role, clocks.System.GetUtcNow() + lifetime, kind: kind);
        if (!await containers.Sessions.TryCreateAsync(Path(kind, key.Id), key, cancellation))
            throw new InvalidOperationException("A secret of that id exists already; issue another one.");
        return text;
    }

    private async Task<Versioned<ApiKey>?> ReadAsync(KeyKind kind, string text, CancellationToken cancellation) =>
        ApiKey.Split(text, kind) is var (id, secret)
        && await containers.Sessions.TryReadAsync<ApiKey>(Path(kind, id), cancellation) is { } read
        && read.Value.Matches(secret)
        && clocks.System.GetUtcNow() < read.Value.ExpiresAt
            ? read
            : null;

    /// <returns>False when somebody else was first.</returns>
    private async Task<bool> TryTakeAsync(string path, ETag version, CancellationToken cancellation)
    {
        try
        {
            await containers.Sessions.GetBlobClient(path).DeleteAsync(
                DeleteSnapshotsOption.None, new BlobRequestConditions { IfMatch = version }, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }

    private static string Path(KeyKind kind, string id) => $"{(kind == KeyKind.SignIn ? "codes" : "sessions")}/{id}.json";
}
