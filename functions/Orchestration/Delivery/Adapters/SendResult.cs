namespace Orchestration.Delivery.Adapters;

/// <summary>What a provider answered for one message.</summary>
/// <param name="Status">Accepted, Delivered or Failed.</param>
/// <param name="Reason">A code, when it failed.</param>
public readonly record struct SendResult(DeliveryStatus Status, string? Reason = null)
{
    public static SendResult Delivered { get; } = new(DeliveryStatus.Delivered);

    public static SendResult Accepted { get; } = new(DeliveryStatus.Accepted);

    /// <summary>Refused for good: trying again would not help.</summary>
    public static SendResult Failed(string reason) => new(DeliveryStatus.Failed, reason);
}
