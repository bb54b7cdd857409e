using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>Puts HTTP functions behind their routes.</summary>
internal static class HttpEndpoints
{
    public static void Map(
        IEndpointRouteBuilder endpoints, IEnumerable<IndexedFunction> functions, FunctionInvoker invoker, LocalRuntimeOptions options)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is not HttpFunctionTrigger trigger)
                continue;
            RequestDelegate run = http => trigger.NeedsKey && !HostKey.IsShown(http.Request, options.HostKey!)
                ? Results.Problem(statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(http)
                : RunAsync(function, http, invoker);
            endpoints.Map(trigger.Route, run)
                .WithDisplayName(function.Name)
                .WithMetadata(new HttpMethodMetadata(trigger.Methods), function, new AnswersItself());
        }
    }

    private static Task<object?> RunAsync(IndexedFunction function, HttpContext http, FunctionInvoker invoker)
    {
        var values = new Dictionary<string, object?>(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase);
        return invoker.RunAsync(function, http, values, http.RequestServices, http.RequestAborted);
    }
}
