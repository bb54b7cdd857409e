using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>The status of an instance, with the names and the order of the extension.</summary>
internal static class StatusPayload
{
    public static JsonObject Of(OrchestrationMetadata metadata, bool showInput, JsonArray? history)
    {
        var payload = new JsonObject
        {
            ["name"] = metadata.Name,
            ["instanceId"] = metadata.InstanceId,
            ["runtimeStatus"] = metadata.RuntimeStatus.ToString(),
            ["input"] = showInput ? Value(metadata.SerializedInput) : null,
            ["customStatus"] = Value(metadata.SerializedCustomStatus),
            ["output"] = Value(metadata.SerializedOutput),
            ["createdTime"] = Moment(metadata.CreatedAt),
            ["lastUpdatedTime"] = Moment(metadata.LastUpdatedAt),
        };
        if (history is not null)
            payload["historyEvents"] = history;
        return payload;
    }

    /// <summary>JSON as it is; what is none, such as the text of a failure, as a string.</summary>
    public static JsonNode? Value(string? serialized)
    {
        if (serialized is null)
            return null;
        try
        {
            return JsonNode.Parse(serialized);
        }
        catch (JsonException)
        {
            return serialized.Trim();
        }
    }

    // Whole seconds, as the extension writes them.
    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z";
}
