using Orchestration.Delivery;

namespace Orchestration.Campaigns.Sends;

/// <summary>What the records say of a send before it is launched.</summary>
/// <param name="Phase">What to do.</param>
/// <param name="Why">In French: what it waits for, or why it is over.</param>
/// <param name="Until">When waiting: when to look again at the latest.</param>
/// <param name="ClosesAt">When late receipts no longer count: 30 days after the last slot.</param>
/// <param name="Threshold">When the send must pause itself.</param>
public sealed record SendReview(SendPhase Phase, string? Why, DateTimeOffset? Until, DateTimeOffset ClosesAt, ErrorThreshold Threshold);

/// <summary>Where a send stands.</summary>
public enum SendPhase
{
    /// <summary>Its content has no visa.</summary>
    WaitingForVisa,

    /// <summary>Everything is there; its evening has not come.</summary>
    Planned,

    /// <summary>To be launched now.</summary>
    Ready,

    /// <summary>Caisses are being prepared and sent.</summary>
    Sending,

    /// <summary>Every message has gone; receipts may still come.</summary>
    Sent,

    /// <summary>Final.</summary>
    Closed,

    /// <summary>Withdrawn, cancelled or expired before it was launched.</summary>
    Over,
}
