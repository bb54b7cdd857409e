using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>
/// Lets middleware after it see the request, and writes what the function returned. It stands where the app called
/// <c>ConfigureFunctionsWebApplication</c>, as on Azure: middleware added before sees no request.
/// </summary>
internal static class HttpResultMiddleware
{
    public static FunctionExecutionDelegate Wrap(FunctionExecutionDelegate next) => context =>
        context is FunctionInvocation { Trigger: HttpContext http } invocation ? InvokeAsync(invocation, http, next) : next(context);

    private static async Task InvokeAsync(FunctionInvocation invocation, HttpContext http, FunctionExecutionDelegate next)
    {
        invocation.Items[FunctionContextExtensions.HttpContextKey] = http;
        await next(invocation);
        switch (invocation.Result)
        {
            case IActionResult result:
                await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult result:
                await result.ExecuteAsync(http);
                break;
        }
    }
}
