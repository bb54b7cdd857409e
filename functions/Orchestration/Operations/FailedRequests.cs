using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Orchestration.Security;
using Orchestration.Telemetry;

namespace Orchestration.Operations;

/// <summary>
/// An HTTP function that throws answers 500, and says nothing of what is inside: left alone, the worker on Azure would answer 200 with nothing in it.
/// </summary>
public sealed class FailedRequests(ILogger<FailedRequests> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.GetHttpContext() is { RequestAborted.IsCancellationRequested: true })
        {
            // Nobody waits for the answer any more.
        }
        catch (BadHttpRequestException error) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            await Problems.Answer(http, error.StatusCode, "Requête illisible", "La requête n'a pas pu être lue : son corps est coupé ou trop long.");
        }
        catch (Exception error) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            log.RequestFailed(context.FunctionDefinition.Name, error);
            await Problems.Answer(http, 500, "Erreur interne", $"La demande n'a pas abouti ; réessayez. Si cela dure, donnez ce numéro à la DDO : {context.InvocationId}.");
        }
    }
}
