using Orchestration.Audience.Decisions;

namespace Orchestration.Delivery;

/// <summary>What becomes of messages that will not be handed over.</summary>
/// <param name="Status">Withheld or Expired.</param>
/// <param name="Reason">A code, when there is one.</param>
public sealed record LotEnd(DeliveryStatus Status, string? Reason)
{
    public static LotEnd Cancelled { get; } = new(DeliveryStatus.Withheld, ExclusionReason.Cancelled);

    public static LotEnd Expired { get; } = new(DeliveryStatus.Expired, null);
}
