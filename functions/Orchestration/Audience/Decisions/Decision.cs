using System.Text.Json.Serialization;
using Orchestration.Messages;

namespace Orchestration.Audience.Decisions;

/// <summary>What was settled for one targeted person; one line of a decision blob.</summary>
/// <param name="Person">The datamart's id.</param>
/// <param name="Lot">Number of the lot, or null when excluded.</param>
/// <param name="Index">Place within the lot, from 0.</param>
/// <param name="Channel">How the message goes.</param>
/// <param name="Excluded">An <see cref="ExclusionReason"/>, or null when in a lot.</param>
public sealed record Decision(
    [property: JsonPropertyName("p")] string Person,
    [property: JsonPropertyName("l")] int? Lot,
    [property: JsonPropertyName("i")] int? Index,
    [property: JsonPropertyName("c")] Channel? Channel,
    [property: JsonPropertyName("x")] string? Excluded);
