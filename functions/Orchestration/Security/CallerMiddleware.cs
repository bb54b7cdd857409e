using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Orchestration.Http;

namespace Orchestration.Security;

/// <summary>
/// Deny by default: every HTTP call has a caller whom its function allows, or the function says that it is public. A route with a
/// <c>{caisse}</c> is the business of that caisse and of the national bodies; to any other caisse nothing is there.
/// </summary>
/// <remarks>
/// On Azure the host chooses the function and its route values, and hands the request on to the worker, which reads the route again: a caisse is believed
/// only where both say the same.
/// </remarks>
public sealed class CallerMiddleware(CallerFinder callers, CallLimits limits) : IFunctionsWorkerMiddleware
{
    private const string CaisseRoute = "caisse";
    private const string HttpTrigger = "httpTrigger";
    private readonly ConcurrentDictionary<string, Access> _functions = new();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            if (context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type.Equals(HttpTrigger, StringComparison.OrdinalIgnoreCase)))
                throw new InvalidOperationException($"The function {context.FunctionDefinition.Name} has come without its request.");
            await next(context);
            return;
        }

        var function = _functions.GetOrAdd(context.FunctionDefinition.EntryPoint, AccessOf);
        if (!function.IsPublic)
        {
            var allow = function.Allow;
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

            if (function.IsOfACaisse && !(CaisseOf(context, http.Request) is { } caisse && caller.MayEnter(caisse)))
            {
                await Problems.Answer(http, 404, "Caisse inconnue", "Cette clé ne connaît pas cette caisse.");
                return;
            }

            context.SetCaller(caller);
        }

        await next(context);
    }

    /// <returns>Null when what the function would get is not what the address says.</returns>
    private static string? CaisseOf(FunctionContext context, HttpRequest request) =>
        context.BindingContext.BindingData.TryGetValue(CaisseRoute, out var bound) && bound is string caisse
        && request.RouteValues.TryGetValue(CaisseRoute, out var routed) && routed is string address
        && string.Equals(caisse, address, StringComparison.Ordinal)
            ? caisse
            : null;

    private static Access AccessOf(string entryPoint)
    {
        var method = MethodOf(entryPoint);
        var route = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()?.Route).OfType<string>().FirstOrDefault();
        return new Access(
            method.GetCustomAttribute<PublicAttribute>() is not null,
            method.GetCustomAttribute<AllowAttribute>(),
            route is not null && RoutePatternFactory.Parse(route).GetParameter(CaisseRoute) is not null);
    }

    /// <summary>An entry point is the full name of a class, a dot, and the name of a method.</summary>
    private static MethodInfo MethodOf(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return Assembly.GetExecutingAssembly().GetType(entryPoint[..dot])?.GetMethod(entryPoint[(dot + 1)..])
            ?? throw new InvalidOperationException($"The entry point '{entryPoint}' is not in this assembly.");
    }

    private sealed record Access(bool IsPublic, AllowAttribute? Allow, bool IsOfACaisse);
}
