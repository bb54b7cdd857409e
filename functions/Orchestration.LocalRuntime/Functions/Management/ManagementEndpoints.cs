using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Http;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>
/// The management API of the Durable extension, so that tools made for it work here: its routes, verbs, statuses and names are those of
/// https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-http-api.
/// </summary>
internal static class ManagementEndpoints
{
    public const string Root = "/runtime/webhooks/durabletask";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(Root).WithMetadata(new AnswersItself());
        var notFound = ManagementAnswers.Empty(StatusCodes.Status404NotFound);
        Add(HttpMethods.Get, "instances", InstanceQueries.ListAsync, InstanceQueries.NoInstances);
        Add(HttpMethods.Delete, "instances", InstancePurge.ByFilterAsync, notFound);
        Add(HttpMethods.Get, "instances/{instanceId}", InstanceQueries.GetAsync, notFound);
        Add(HttpMethods.Delete, "instances/{instanceId}", InstancePurge.OneAsync, notFound);
        Add(HttpMethods.Post, "instances/{instanceId}/raiseEvent/{eventName}", InstanceCommands.RaiseEventAsync, notFound);
        Add(HttpMethods.Post, "instances/{instanceId}/terminate", InstanceCommands.TerminateAsync, notFound);
        Add(HttpMethods.Post, "instances/{instanceId}/suspend", InstanceCommands.SuspendAsync, notFound);
        Add(HttpMethods.Post, "instances/{instanceId}/resume", InstanceCommands.ResumeAsync, notFound);
        Add(HttpMethods.Post, "instances/{instanceId}/rewind", InstanceCommands.RewindAsync, notFound);
        Add(HttpMethods.Post, "instances/{instanceId}/restart", InstanceCommands.RestartAsync, InstanceCommands.NothingToRestart);

        // The extension knows no 405: any other verb or path is not found.
        RequestDelegate refuse = http => GuardedAsync(http, NotFoundAsync, notFound);
        group.Map("{**other}", refuse);

        void Add(string verb, string route, Func<ManagementCall, Task<IResult>> handle, IResult answerOfAnotherHub)
        {
            RequestDelegate run = http => GuardedAsync(http, handle, answerOfAnotherHub);
            group.Map(route, run).WithMetadata(new HttpMethodMetadata([verb]));
        }

        Task<IResult> NotFoundAsync(ManagementCall call) => Task.FromResult(notFound);
    }

    private static async Task GuardedAsync(HttpContext http, Func<ManagementCall, Task<IResult>> handle, IResult answerOfAnotherHub)
    {
        var answer = http.RequestServices.GetRequiredService<SystemKey>().IsShown(http.Request)
            ? await AnswerAsync(http, handle, answerOfAnotherHub)
            : ManagementAnswers.Empty(StatusCodes.Status401Unauthorized);
        await answer.ExecuteAsync(http);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, Func<ManagementCall, Task<IResult>> handle, IResult answerOfAnotherHub)
    {
        try
        {
            return TaskHubChoice.IsThisHub(http) ? await handle(new ManagementCall(http)) : answerOfAnotherHub;
        }
        catch (ArgumentException error)
        {
            return ManagementAnswers.Error(
                StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect", error);
        }
        catch (Exception error) when (error is not (OperationCanceledException or BadHttpRequestException))
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ManagementEndpoints))
                .LogWarning(error, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            return ManagementAnswers.Error(
                StatusCodes.Status500InternalServerError, "Something went wrong while processing your request", error);
        }
    }
}
