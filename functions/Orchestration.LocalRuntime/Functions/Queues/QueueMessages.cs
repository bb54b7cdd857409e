using Azure.Storage.Queues.Models;

namespace Orchestration.LocalRuntime.Functions.Queues;

/// <summary>Messages as functions see them.</summary>
internal static class QueueMessages
{
    public static IReadOnlyCollection<string> ValueNames { get; } =
        ["QueueTrigger", "Id", "PopReceipt", "DequeueCount", "InsertionTime", "ExpirationTime", "NextVisibleTime"];

    /// <summary>The message with its text taken out of Base64.</summary>
    /// <exception cref="FormatException">The text is not Base64.</exception>
    public static QueueMessage Decode(QueueMessage message) => QueuesModelFactory.QueueMessage(
        message.MessageId,
        message.PopReceipt,
        new BinaryData(Convert.FromBase64String(message.MessageText)),
        message.DequeueCount,
        message.NextVisibleOn,
        message.InsertedOn,
        message.ExpiresOn);

    /// <summary>The documented facts about a message, by name.</summary>
    public static IReadOnlyDictionary<string, object?> Values(QueueMessage message) =>
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = message.Body.ToString(),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["DequeueCount"] = message.DequeueCount,
            ["InsertionTime"] = message.InsertedOn,
            ["ExpirationTime"] = message.ExpiresOn,
            ["NextVisibleTime"] = message.NextVisibleOn,
        };
}
