using Orchestration.Audience.Datamart;

namespace Orchestration.Audience.Criteria;

/// <summary>Something that can be compared.</summary>
/// <param name="Kind">Text, Number, or Date.</param>
/// <param name="Read">Its value for one person.</param>
/// <param name="Literal">The text of a literal, which a date may take for itself; null otherwise.</param>
internal sealed record TypedOperand(FieldKind Kind, Operand Read, string? Literal = null);
