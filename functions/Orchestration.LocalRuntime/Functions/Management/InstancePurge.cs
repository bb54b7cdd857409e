using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>Deletes ended instances with their histories.</summary>
internal static class InstancePurge
{
    public static async Task<IResult> OneAsync(ManagementCall call)
    {
        if (await call.FindAsync() is null)
            return ManagementAnswers.Empty(StatusCodes.Status404NotFound);
        return Deleted(await call.Client.PurgeInstanceAsync(call.InstanceId, call.Cancellation));
    }

    public static async Task<IResult> ByFilterAsync(ManagementCall call)
    {
        if (call.Query.Moment("createdTimeFrom") is not { } from)
        {
            return ManagementAnswers.Of(
                JsonValue.Create("Please provide value for 'createdTimeFrom' parameter."), StatusCodes.Status400BadRequest);
        }

        // The extension ignores a status that it does not know, and so deletes more than was meant.
        var statuses = call.Query.Statuses("runtimeStatus", out var unknown);
        if (unknown.Count > 0)
            throw new ArgumentException($"'{string.Join(',', unknown)}' is not a runtimeStatus; nothing was purged.");
        var filter = new PurgeInstancesFilter(from, call.Query.Moment("createdTimeTo") ?? call.Time.GetUtcNow(), statuses);
        var result = await call.Client.PurgeAllInstancesAsync(filter, call.Cancellation);
        return result.PurgedInstanceCount == 0 ? ManagementAnswers.Empty(StatusCodes.Status404NotFound) : Deleted(result);
    }

    private static IResult Deleted(PurgeResult result) =>
        ManagementAnswers.Of(new JsonObject { ["instancesDeleted"] = result.PurgedInstanceCount });
}
