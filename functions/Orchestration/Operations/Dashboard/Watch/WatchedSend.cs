using Orchestration.Campaigns.Sends;
using Orchestration.Operations.Dashboard.Sends;

namespace Orchestration.Operations.Dashboard.Watch;

/// <summary>A send that may be worth a look.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Record">Its plan.</param>
/// <param name="LastProgress">When its orchestration last moved, for one that goes out; business time.</param>
internal sealed record WatchedSend(BoardRow Row, SendRecord Record, DateTimeOffset? LastProgress);

/// <summary>A line of the page.</summary>
/// <param name="Send">Which send.</param>
/// <param name="At">Since when, or when it is due.</param>
/// <param name="What">In French, why it is there.</param>
internal sealed record WatchItem(BoardRow Send, DateTimeOffset At, string What);
