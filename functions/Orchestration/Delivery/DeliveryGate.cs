using Orchestration.Campaigns.Control;

namespace Orchestration.Delivery;

/// <summary>What may be done with the next messages of a lot. Pure: the same facts give the same answer.</summary>
/// <param name="Hold">Set when the lot must wait.</param>
/// <param name="Until">When to try again, if that is known.</param>
/// <param name="Ends">Set when the remaining messages are not handed over.</param>
public readonly record struct DeliveryGate(LotHold? Hold, DateTimeOffset? Until, LotEnd? Ends)
{
    /// <param name="control">What the send must do.</param>
    /// <param name="now">Business time.</param>
    /// <param name="notBefore">The start of the lot's slot.</param>
    /// <param name="expiresAt">When the lot is too late.</param>
    /// <param name="heldUntil">When the hours of the caisse allow it; null for now.</param>
    public static DeliveryGate At(
        SendControl control, DateTimeOffset now, DateTimeOffset notBefore, DateTimeOffset expiresAt, DateTimeOffset? heldUntil) =>
        control == SendControl.Cancelled ? new(null, null, LotEnd.Cancelled)
        : now >= expiresAt ? new(null, null, LotEnd.Expired)
        : control == SendControl.Paused ? new(LotHold.Paused, null, null)
        : now < notBefore ? new(LotHold.Hours, notBefore, null)
        : heldUntil is { } moment ? new(LotHold.Hours, moment, null)
        : default;
}
