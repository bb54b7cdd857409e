using Orchestration.Campaigns;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>A calendar as it stands.</summary>
/// <param name="Calendar">Its key.</param>
/// <param name="Revision">The revision in force.</param>
/// <param name="At">When it was imported.</param>
/// <param name="Outline">Its waves and letters; null for a revision of before they were kept.</param>
/// <param name="Sends">What it plans.</param>
/// <param name="Withdrawn">What revisions before it planned, and no longer goes out.</param>
/// <param name="Cancelled">Sends that an operator cancelled.</param>
public sealed record FeedSource(
    string Calendar,
    int Revision,
    DateTimeOffset At,
    CalendarOutline? Outline,
    IReadOnlyList<PlannedSend> Sends,
    IReadOnlyList<PlannedSend> Withdrawn,
    IReadOnlySet<SendKey> Cancelled);
