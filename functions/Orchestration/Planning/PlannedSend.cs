using Orchestration.Audience;
using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Planning;

/// <summary>One occurrence of one send: to whom, through what, and when in each zone.</summary>
/// <param name="Key">Names the occurrence for ever; survives rescheduling.</param>
/// <param name="CampaignTitle">As the planner wrote it.</param>
/// <param name="Type">National, ready-made or custom.</param>
/// <param name="Purpose">Decides STOP, hours and opt-out.</param>
/// <param name="Theme">What the campaign is about: two campaigns on one theme can collide.</param>
/// <param name="Priority">Higher wins when pressure must choose.</param>
/// <param name="Date">The date that the calendar resolves to, before holidays and windows move it.</param>
/// <param name="Population">Whose shards are read.</param>
/// <param name="Criterion">Who of them; see <c>Audience</c>.</param>
/// <param name="Channels">In order of preference: the first that can reach a person.</param>
/// <param name="Template">Template id, such as <c>national/ror-invitation</c>.</param>
/// <param name="Caisses">Ids of the caisses in scope, sorted.</param>
/// <param name="Zones">One per pair of time zone and holiday zone that the caisses live in, sorted.</param>
/// <param name="Window">
/// Narrower hours than the channels', local; null for none. Held messages look for their next slot within it.
/// </param>
/// <param name="Reminds">The occurrence whose recipients it reminds; null when it is no reminder.</param>
/// <param name="Reference">
/// The day that ages and date functions refer to; null for the local date of its first slot. The day of a journey keeps its own when a Sunday or
/// a holiday moves its slot.
/// </param>
/// <param name="Pinned">The one content that it goes out with; null for the one that the library has when its time comes.</param>
public sealed record PlannedSend(
    SendKey Key,
    string CampaignTitle,
    CampaignType Type,
    Purpose Purpose,
    string Theme,
    int Priority,
    DateOnly Date,
    Population Population,
    string Criterion,
    IReadOnlyList<Channel> Channels,
    string Template,
    IReadOnlyList<string> Caisses,
    IReadOnlyList<ZonePlan> Zones,
    TimeWindow? Window = null,
    SendKey? Reminds = null,
    DateOnly? Reference = null,
    PinnedContent? Pinned = null);
