using Orchestration.Campaigns.Control;
using Orchestration.Planning;

namespace Orchestration.Delivery;

/// <summary>What may be done with the next messages of a lot. Pure: the same facts give the same answer.</summary>
/// <param name="Hold">Set when the lot must wait.</param>
/// <param name="Until">When to try again, if that is known.</param>
/// <param name="Ends">Set when the remaining messages get this status and are not handed over.</param>
/// <param name="Reason">The code that goes with <paramref name="Ends"/>.</param>
public readonly record struct DeliveryGate(LotHold? Hold, DateTimeOffset? Until, DeliveryStatus? Ends, string? Reason)
{
    public bool IsOpen => Hold is null && Ends is null;

    /// <param name="control">What the send must do.</param>
    /// <param name="now">Business time.</param>
    /// <param name="notBefore">The start of the lot's slot.</param>
    /// <param name="expiresAt">When the lot is too late.</param>
    /// <param name="nextAllowed">The first allowed window at or after now, in the hours of the caisse.</param>
    public static DeliveryGate At(
        SendControl control, DateTimeOffset now, DateTimeOffset notBefore, DateTimeOffset expiresAt, Slot nextAllowed) =>
        control == SendControl.Cancelled ? new(null, null, DeliveryStatus.Withheld, Audience.Decisions.ExclusionReason.Cancelled)
        : now >= expiresAt ? new(null, null, DeliveryStatus.Expired, null)
        : control == SendControl.Paused ? new(LotHold.Paused, null, null, null)
        : now < notBefore ? new(LotHold.Hours, notBefore, null, null)
        : now < nextAllowed.Start ? new(LotHold.Hours, nextAllowed.Start, null, null)
        : default;
}
