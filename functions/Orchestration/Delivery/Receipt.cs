namespace Orchestration.Delivery;

/// <summary>What a provider says later about a message that it had accepted. Any number of times, in any order.</summary>
/// <param name="LotId">The lot of the message.</param>
/// <param name="MessageId">Which message.</param>
/// <param name="Status">Delivered or Failed.</param>
/// <param name="Reason">A code, when it failed.</param>
/// <param name="IsPermanent">The address does not exist: it is not written to again.</param>
/// <param name="At">When, by the provider's clock.</param>
public sealed record Receipt(LotId LotId, Guid MessageId, DeliveryStatus Status, string? Reason, bool IsPermanent, DateTimeOffset At);
