using System.Text.Json.Serialization;

namespace Orchestration.Audience.Decisions;

/// <summary>Somebody in a lot: what rendering needs and nothing else; kept as long as the lot.</summary>
/// <param name="Person">The datamart's id.</param>
/// <param name="To">Address or E.164 number.</param>
/// <param name="Fields">Cells of the fields that the template declares, by name; null when empty.</param>
public sealed record LotRecipient(
    [property: JsonPropertyName("p")] string Person,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("f")] IReadOnlyDictionary<string, string?> Fields);
