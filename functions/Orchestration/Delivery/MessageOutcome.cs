using System.Text.Json.Serialization;

namespace Orchestration.Delivery;

/// <summary>What became of one message; one line of a lot's progress or receipts.</summary>
/// <param name="Id">The message id.</param>
/// <param name="Status">See <see cref="DeliveryStatus"/>.</param>
/// <param name="Reason">A code: of exclusion, or of the adapter's failure.</param>
/// <param name="At">Business time.</param>
public sealed record MessageOutcome(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("s")] DeliveryStatus Status,
    [property: JsonPropertyName("r")] string? Reason,
    [property: JsonPropertyName("at")] DateTimeOffset At);
