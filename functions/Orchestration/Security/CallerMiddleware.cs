using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Orchestration.Security;

/// <summary>Deny by default: every HTTP call has a caller whom its function allows, or the function says that it is public.</summary>
public sealed class CallerMiddleware(KeyStore keys, SignedPaths paths) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";
    private readonly ConcurrentDictionary<string, MethodInfo> _methods = new();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var method = _methods.GetOrAdd(context.FunctionDefinition.EntryPoint, MethodOf);
        if (method.GetCustomAttribute<PublicAttribute>() is null)
        {
            var allow = method.GetCustomAttribute<AllowAttribute>();
            var caller = await CallerOfAsync(http.Request, http.RequestAborted) ?? (allow?.SignedPath == true ? CallerOfPath(http.Request) : null);
            if (caller is null)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await Problems.Answer(http, 401, "Clé absente ou refusée", "Envoyez l’en-tête « Authorization: Bearer … » avec une clé valide.");
                return;
            }

            if (allow?.Roles.Contains(caller.Role) != true)
            {
                await Problems.Answer(http, 403, "Action non permise", "Le rôle de cette clé ne permet pas cette action.");
                return;
            }

            context.SetCaller(caller);
        }

        await next(context);
    }

    private async Task<Caller?> CallerOfAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(header[Scheme.Length..].Trim(), cancellation)
            : null;

    private Caller? CallerOfPath(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query[SignedPaths.Parameter] is [{ } token] && paths.Opens(request.Path.Value ?? "", token)
            ? new Caller($"lien:{request.Path}", Role.Reader)
            : null;

    /// <summary>An entry point is the full name of a class, a dot, and the name of a method.</summary>
    private static MethodInfo MethodOf(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return Assembly.GetExecutingAssembly().GetType(entryPoint[..dot])?.GetMethod(entryPoint[(dot + 1)..])
            ?? throw new InvalidOperationException($"The entry point '{entryPoint}' is not in this assembly.");
    }
}
