using Microsoft.AspNetCore.Http;

namespace Orchestration.Security;

/// <summary>
/// Finds out who makes a request: a machine by the key in its header, a program by a signed address where the function allows one, a person on the
/// dashboard by a session or by the platform.
/// </summary>
public sealed class CallerFinder(KeyStore keys, SignedPaths paths, SessionStore sessions, PlatformPeople people)
{
    private const string Scheme = "Bearer ";

    /// <returns>Null when nobody is known to make it.</returns>
    public async Task<Caller?> FindAsync(HttpRequest request, AllowAttribute? allow, CancellationToken cancellation) =>
        allow?.Dashboard == true
            ? people.Find(request) ?? await sessions.FindAsync(SessionCookie.Read(request), cancellation)
            : await OfKeyAsync(request, cancellation) ?? (allow?.SignedPath == true ? OfPath(request) : null);

    private async Task<Caller?> OfKeyAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(header[Scheme.Length..].Trim(), cancellation)
            : null;

    private Caller? OfPath(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query[SignedPaths.Parameter] is [{ } token] && paths.Opens(request.Path.Value ?? "", token)
            ? new Caller($"lien:{request.Path}", Role.Reader)
            : null;
}
