using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>
/// Why a queue message was given up: the poison queue has the message and no room for the reason. The message gets another id there, so that its reason is
/// found by what it says.
/// </summary>
/// <param name="Function">That could not handle it.</param>
/// <param name="MessageId">Of the queue message.</param>
/// <param name="Error">Of the last attempt, as <see cref="FailureWords"/> has it: no personal data.</param>
/// <param name="At">System time.</param>
public sealed record GivenUp(string Function, string MessageId, string Error, DateTimeOffset At)
{
    /// <param name="body">Text of the queue message.</param>
    public static string Path(string body) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}.json";
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
            await RecordAsync(context.FunctionDefinition.Name, attempt.Id, attempt.Body, error);
            throw;
        }
    }

    /// <summary>Not cancelled: it is the last chance to say why.</summary>
    public Task RecordAsync(string function, string messageId, string body, Exception error)
    {
        Meters.MessageGivenUp(function);
        var entry = new GivenUp(function, messageId, FailureWords.Of(error), clocks.System.GetUtcNow());
        var document = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(entry, Json.Options));
        return containers.Failures.WriteAsync(GivenUp.Path(body), document, "application/json", CancellationToken.None);
    }

    /// <returns>Null when nobody recorded why.</returns>
    public async Task<GivenUp?> FindAsync(string body, CancellationToken cancellation) =>
        (await containers.Failures.TryReadAsync<GivenUp>(GivenUp.Path(body), cancellation))?.Value;

    /// <returns>Null when no queue message triggered the function.</returns>
    private static (string Id, string Body, long Number)? Attempt(FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        return data.TryGetValue("DequeueCount", out var count) && data.TryGetValue("Id", out var id) && data.TryGetValue("QueueTrigger", out var body)
            ? (Text(id), Text(body), Convert.ToInt64($"{count}", System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>The host on Azure gives a text as JSON.</summary>
    private static string Text(object? value) =>
        $"{value}" is ['"', .., '"'] json ? JsonSerializer.Deserialize<string>(json)! : $"{value}";
}
