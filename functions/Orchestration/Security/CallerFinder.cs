using Microsoft.AspNetCore.Http;

namespace Orchestration.Security;

/// <summary>Finds out who makes a request: by the key in its header, or by a signed address where the function allows one.</summary>
public sealed class CallerFinder(KeyStore keys, SignedPaths paths)
{
    private const string Scheme = "Bearer ";

    /// <returns>Null when nobody is known to make it.</returns>
    public async Task<Caller?> FindAsync(HttpRequest request, AllowAttribute? allow, CancellationToken cancellation) =>
        await OfKeyAsync(request, cancellation) ?? (allow?.SignedPath == true ? OfPath(request) : null);

    private async Task<Caller?> OfKeyAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(header[Scheme.Length..].Trim(), cancellation)
            : null;

    private Caller? OfPath(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query[SignedPaths.Parameter] is [{ } token] && paths.Opens(request.Path.Value ?? "", token)
            ? new Caller($"lien:{request.Path}", Role.Reader)
            : null;
}
