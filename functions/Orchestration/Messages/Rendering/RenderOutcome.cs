using System.Diagnostics.CodeAnalysis;

namespace Orchestration.Messages.Rendering;

/// <summary>A message, or the reason why this person gets none.</summary>
public sealed record RenderOutcome
{
    private RenderOutcome(OutgoingMessage? message, RenderRefusal? refusal) => (Message, Refusal) = (message, refusal);

    public OutgoingMessage? Message { get; }

    public RenderRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Message))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsMessage => Message is not null;

    public static implicit operator RenderOutcome(OutgoingMessage message) => new(message, null);

    public static implicit operator RenderOutcome(RenderRefusal refusal) => new(null, refusal);
}
