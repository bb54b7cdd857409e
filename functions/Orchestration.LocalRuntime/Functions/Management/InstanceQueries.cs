using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>Reads one instance, or lists those that filters admit.</summary>
internal static class InstanceQueries
{
    private const string ContinuationHeader = "x-ms-continuation-token";

    // Some clients would otherwise ask again in a tight loop.
    private const int RetryAfterSeconds = 5;

    public static IResult NoInstances => ManagementAnswers.Of(new JsonArray());

    public static async Task<IResult> GetAsync(ManagementCall call)
    {
        if (await call.FindAsync(withPayloads: true) is not { } metadata)
            return ManagementAnswers.Empty(StatusCodes.Status404NotFound);
        var showInput = call.Query.Flag("showInput", true);
        var history = call.Query.Flag("showHistory", false) && metadata.RuntimeStatus != OrchestrationRuntimeStatus.Pending
            ? HistoryPayload.Of(
                await call.Client.GetOrchestrationHistoryAsync(call.InstanceId, call.Cancellation),
                metadata.RuntimeStatus,
                showInput,
                showOutput: call.Query.Flag("showHistoryOutput", false))
            : null;
        return ManagementAnswers.Of(StatusPayload.Of(metadata, showInput, history), StatusCode(call, metadata));
    }

    public static async Task<IResult> ListAsync(ManagementCall call)
    {
        var query = new OrchestrationQuery(
            call.Query.Moment("createdTimeFrom"),
            call.Query.Moment("createdTimeTo"),
            call.Query.Statuses("runtimeStatus", out _),
            InstanceIdPrefix: call.Query.Text("instanceIdPrefix"),
            PageSize: call.Query.Number("top", OrchestrationQuery.DefaultPageSize),
            FetchInputsAndOutputs: true,
            ContinuationToken: ReadToken(call.Request.Headers[ContinuationHeader].ToString()));
        await using var pages = call.Client.GetAllInstancesAsync(query).AsPages().GetAsyncEnumerator(call.Cancellation);
        await pages.MoveNextAsync();
        var showInput = call.Query.Flag("showInput", true);
        call.Request.HttpContext.Response.Headers[ContinuationHeader] = WriteToken(pages.Current.ContinuationToken);
        return ManagementAnswers.Of(
            new JsonArray([.. pages.Current.Values.Select(metadata => StatusPayload.Of(metadata, showInput, history: null))]));
    }

    /// <summary>While an instance runs, its status is answered with where and when to ask again.</summary>
    private static int StatusCode(ManagementCall call, OrchestrationMetadata metadata)
    {
        if (metadata.IsCompleted)
        {
            return metadata.RuntimeStatus == OrchestrationRuntimeStatus.Failed && call.Query.Flag("returnInternalServerErrorOnFailure", false)
                ? StatusCodes.Status500InternalServerError
                : StatusCodes.Status200OK;
        }

        var headers = call.Request.HttpContext.Response.Headers;
        headers.Location = call.Request.GetEncodedUrl();
        headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return StatusCodes.Status202Accepted;
    }

    // An instance id may hold what a header may not.
    private static string WriteToken(string? token) => token is null ? "" : Convert.ToBase64String(Encoding.UTF8.GetBytes(token));

    private static string? ReadToken(string token)
    {
        try
        {
            return token.Length == 0 ? null : Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException error)
        {
            throw new ArgumentException($"The {ContinuationHeader} header does not hold a token that this API gave.", error);
        }
    }
}
