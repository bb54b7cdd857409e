using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Orchestration.Http;

namespace Orchestration.Security;

/// <summary>
/// Deny by default: every HTTP call has a caller whom its function allows, or the function says that it is public. A route with a
/// <c>{caisse}</c> is the business of that caisse and of the national bodies; to any other caisse nothing is there.
/// </summary>
public sealed class CallerMiddleware(CallerFinder callers, CallLimits limits) : IFunctionsWorkerMiddleware
{
    private const string CaisseRoute = "caisse";
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
            var caller = await callers.FindAsync(http.Request, allow, http.RequestAborted);
            if (caller is null && allow?.Dashboard == true)
            {
                await PageAnswers.SignIn(http.Request).ExecuteAsync(http);
                return;
            }

            if (caller is null)
            {
                if (limits.RefuseUnknown(http) is { } tooMany)
                {
                    await tooMany.ExecuteAsync(http);
                    return;
                }

                http.Response.Headers.WWWAuthenticate = "Bearer";
                await Problems.Answer(http, 401, "Clé absente ou refusée", "Envoyez l’en-tête « Authorization: Bearer … » avec une clé valide.");
                return;
            }

            if (allow is null || !caller.IsAnyOf(allow.Roles))
            {
                if (allow?.Dashboard == true)
                    await PageAnswers.Forbidden(http, "Votre rôle ne permet pas cette action.").ExecuteAsync(http);
                else
                    await Problems.Answer(http, 403, "Action non permise", "Le rôle de cette clé ne permet pas cette action.");
                return;
            }

            if (http.Request.RouteValues.TryGetValue(CaisseRoute, out var caisse) && !caller.MayEnter(caisse as string ?? ""))
            {
                await Problems.Answer(http, 404, "Caisse inconnue", "Cette clé ne connaît pas cette caisse.");
                return;
            }

            context.SetCaller(caller);
        }

        await next(context);
    }

    /// <summary>An entry point is the full name of a class, a dot, and the name of a method.</summary>
    private static MethodInfo MethodOf(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return Assembly.GetExecutingAssembly().GetType(entryPoint[..dot])?.GetMethod(entryPoint[(dot + 1)..])
            ?? throw new InvalidOperationException($"The entry point '{entryPoint}' is not in this assembly.");
    }
}
