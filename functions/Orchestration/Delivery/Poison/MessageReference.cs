using System.Text.Json;

namespace Orchestration.Delivery.Poison;

/// <summary>What may be said of a message of either queue: the lot that it is about.</summary>
internal static class MessageReference
{
    /// <returns>Null when the message names no lot.</returns>
    public static LotId? LotOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("lotId", out var lot) && lot.ValueKind == JsonValueKind.String
                ? LotId.Parse(lot.GetString()!)
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }
}
