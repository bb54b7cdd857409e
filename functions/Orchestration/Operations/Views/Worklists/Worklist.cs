using Orchestration.Audience;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Views;

namespace Orchestration.Operations.Views.Worklists;

/// <summary>« Ce qui part, ce qui attend un visa, ce qui est en retard » of a calendar in one week (domain.md A5, row 90).</summary>
/// <param name="Calendar">Its key.</param>
/// <param name="Title">As its planner wrote it.</param>
/// <param name="Week">Monday to Sunday, in the time of each caisse.</param>
/// <param name="At">When this was so.</param>
/// <param name="Leaving">Sends with a slot in the week, by their first one.</param>
/// <param name="Visas">Contents that wait for their visa, soonest needed first.</param>
/// <param name="Late">What should have happened by now, the oldest first.</param>
public sealed record Worklist(
    string Calendar,
    string Title,
    IsoWeek Week,
    DateTimeOffset At,
    IReadOnlyList<LeavingSend> Leaving,
    IReadOnlyList<AwaitedVisa> Visas,
    IReadOnlyList<LateItem> Late);

/// <summary>A send of the week.</summary>
/// <param name="Send">The occurrence.</param>
/// <param name="CampaignTitle">As its planner wrote it.</param>
/// <param name="From">Its first local day in the week.</param>
/// <param name="Until">Its last local day in the week.</param>
/// <param name="Population">The public.</param>
/// <param name="Channels">In order of preference.</param>
/// <param name="Caisses">How many take part.</param>
/// <param name="Volume">Of the whole send; null when nobody knows.</param>
/// <param name="State">In French, where it stands.</param>
public sealed record LeavingSend(
    SendKey Send,
    string CampaignTitle,
    DateOnly From,
    DateOnly Until,
    Population Population,
    IReadOnlyList<Channel> Channels,
    int Caisses,
    VolumeEstimate? Volume,
    string State);

/// <summary>A content without its visa.</summary>
/// <param name="Send">The occurrence that needs it first.</param>
/// <param name="CampaignTitle">As its planner wrote it.</param>
/// <param name="Template">Template id.</param>
/// <param name="Author">Who cannot give it.</param>
/// <param name="NeededBy">When the send is prepared.</param>
/// <param name="IsUrgent">Needed before the week is over.</param>
public sealed record AwaitedVisa(
    SendKey Send, string CampaignTitle, string Template, string Author, DateTimeOffset NeededBy, bool IsUrgent);

/// <summary>Something late.</summary>
/// <param name="Send">The occurrence.</param>
/// <param name="CampaignTitle">As its planner wrote it.</param>
/// <param name="Since">When it should have happened.</param>
/// <param name="What">In French.</param>
public sealed record LateItem(SendKey Send, string CampaignTitle, DateTimeOffset Since, string What);
