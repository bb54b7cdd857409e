using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>Steers one instance: 404 when there is none, 410 when it has ended, 202 when the command is on its way.</summary>
internal static class InstanceCommands
{
    public static IResult NothingToRestart => ManagementAnswers.Error(
        StatusCodes.Status400BadRequest, "InstanceId does not match a valid orchestration instance.");

    public static Task<IResult> RaiseEventAsync(ManagementCall call) => SendAsync(call, async _ =>
    {
        if (!MediaTypeHeaderValue.TryParse(call.Request.ContentType, out var type) || type.MediaType != "application/json")
            return ManagementAnswers.Error(StatusCodes.Status400BadRequest, "Only application/json request content is supported");
        JsonElement payload;
        try
        {
            using var json = await JsonDocument.ParseAsync(call.Request.Body, cancellationToken: call.Cancellation);
            payload = json.RootElement.Clone();
        }
        catch (JsonException error)
        {
            return ManagementAnswers.Error(StatusCodes.Status400BadRequest, "Invalid JSON content", error);
        }

        await call.Client.RaiseEventAsync(call.InstanceId, call.EventName, payload, call.Cancellation);
        return ManagementAnswers.Empty(StatusCodes.Status202Accepted);
    });

    public static Task<IResult> TerminateAsync(ManagementCall call) => SendAsync(call, async _ =>
    {
        await call.Client.TerminateInstanceAsync(call.InstanceId, new TerminateInstanceOptions(Reason(call)), call.Cancellation);
        return ManagementAnswers.Empty(StatusCodes.Status202Accepted);
    });

    public static Task<IResult> SuspendAsync(ManagementCall call) => SendAsync(call, async status =>
    {
        if (status == OrchestrationRuntimeStatus.Suspended)
            throw WrongState("suspend", call, status);
        await call.Client.SuspendInstanceAsync(call.InstanceId, Reason(call), call.Cancellation);
        return ManagementAnswers.Empty(StatusCodes.Status202Accepted);
    });

    public static Task<IResult> ResumeAsync(ManagementCall call) => SendAsync(call, async status =>
    {
        if (status != OrchestrationRuntimeStatus.Suspended)
            throw WrongState("resume", call, status);
        await call.Client.ResumeInstanceAsync(call.InstanceId, Reason(call), call.Cancellation);
        return ManagementAnswers.Empty(StatusCodes.Status202Accepted);
    });

    /// <summary>A failed instance could be rewound, but only by a storage provider that can, which this one is not.</summary>
    public static async Task<IResult> RewindAsync(ManagementCall call) => (await call.FindAsync())?.RuntimeStatus switch
    {
        null => ManagementAnswers.Empty(StatusCodes.Status404NotFound),
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Terminated => ManagementAnswers.Empty(StatusCodes.Status410Gone),
        OrchestrationRuntimeStatus.Failed => throw NotImplemented(nameof(RewindAsync)),
        _ => throw new InvalidOperationException("The rewind operation is only supported on failed orchestration instances."),
    };

    public static async Task<IResult> RestartAsync(ManagementCall call) =>
        await call.FindAsync() is null ? NothingToRestart : throw NotImplemented(nameof(RestartAsync));

    private static async Task<IResult> SendAsync(ManagementCall call, Func<OrchestrationRuntimeStatus, Task<IResult>> send) =>
        await call.FindAsync() switch
        {
            null => ManagementAnswers.Empty(StatusCodes.Status404NotFound),
            { IsCompleted: true } => ManagementAnswers.Empty(StatusCodes.Status410Gone),
            { RuntimeStatus: var status } => await send(status),
        };

    private static string? Reason(ManagementCall call) => call.Query.Text("reason");

    private static InvalidOperationException WrongState(string verb, ManagementCall call, OrchestrationRuntimeStatus status) =>
        new($"Cannot {verb} the orchestration instance {call.InstanceId} because instance is in the {status} state.");

    private static NotImplementedException NotImplemented(string method) =>
        new($"The method {method} is not supported by the LocalRuntime storage provider.");
}
