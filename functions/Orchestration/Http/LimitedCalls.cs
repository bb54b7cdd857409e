using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Orchestration.Security;

namespace Orchestration.Http;

/// <summary>Stands behind <see cref="CallerMiddleware"/>: a caller who calls too often gets 429.</summary>
public sealed class LimitedCalls(CallLimits limits) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && context.FindCaller() is { } caller && limits.Refuse(http.Request, caller) is { } refusal)
            await refusal.ExecuteAsync(http);
        else
            await next(context);
    }
}
