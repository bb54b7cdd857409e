using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>Why a queue message was given up: the poison queue has the message and no room for the reason.</summary>
/// <param name="Function">That could not handle it.</param>
/// <param name="MessageId">Of the queue message.</param>
/// <param name="Error">Type and message of the last exception; queue messages hold no personal data, and neither does this.</param>
/// <param name="At">System time.</param>
public sealed record GivenUp(string Function, string MessageId, string Error, DateTimeOffset At)
{
    public static string Path(string function, string messageId) => $"{function}/{messageId}.json";
}

/// <summary>Records why a message goes to the poison queue, when its last attempt fails.</summary>
public sealed class FailureLedger(Containers containers, Clocks clocks) : IFunctionsWorkerMiddleware
{
    /// <summary>As in host.json: <c>extensions.queues.maxDequeueCount</c>.</summary>
    public const int LastAttempt = 5;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (Attempt(context) is { } attempt && attempt.Number >= LastAttempt)
        {
            var entry = new GivenUp(context.FunctionDefinition.Name, attempt.Id, $"{error.GetType().Name}: {error.Message}", clocks.System.GetUtcNow());
            var document = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(entry, Json.Options));
            await containers.Failures.WriteAsync(GivenUp.Path(entry.Function, entry.MessageId), document, "application/json", CancellationToken.None);
            Meters.MessageGivenUp(entry.Function);
            throw;
        }
    }

    /// <returns>Null when no queue message triggered the function.</returns>
    private static (string Id, long Number)? Attempt(FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        return data.TryGetValue("DequeueCount", out var count) && data.TryGetValue("Id", out var id)
            ? ($"{id}".Trim('"'), Convert.ToInt64($"{count}", System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
