using System.Collections.Frozen;
using Orchestration.Audience;
using Orchestration.Calendars.Workbooks;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What the list of sends needs of a plan record, small enough to keep thousands of them in memory.</summary>
/// <param name="Key">Which occurrence.</param>
/// <param name="Title">Of its campaign.</param>
/// <param name="Type">National, ready-made or custom.</param>
/// <param name="Population">Whose shards are read.</param>
/// <param name="Channels">In order of preference.</param>
/// <param name="Caisses">Ids; sends with the same ones share the set.</param>
/// <param name="Slot">In words, in local hours.</param>
/// <param name="Date">As planned.</param>
/// <param name="Starts">The first slot of all zones, UTC; for a send without slots, its planned day.</param>
/// <param name="PrepareAt">The first decision, UTC.</param>
/// <param name="Withdrawn">A revision no longer has it.</param>
/// <param name="Started">Its orchestration was started.</param>
/// <param name="Found">What a search looks at.</param>
internal sealed record BoardSend(
    SendKey Key,
    string Title,
    CampaignType Type,
    Population Population,
    IReadOnlyList<Channel> Channels,
    FrozenSet<string> Caisses,
    string Slot,
    DateOnly Date,
    DateTimeOffset Starts,
    DateTimeOffset PrepareAt,
    bool Withdrawn,
    bool Started,
    string Found)
{
    /// <summary>The id of its campaign.</summary>
    public string Campaign => Key.Value.Split('.')[1];

    /// <summary>The calendar or order that it comes from.</summary>
    public string Source => Key.Value[..Key.Value.IndexOf('.', StringComparison.Ordinal)];

    public static BoardSend Of(SendRecord record, FrozenSet<string> caisses)
    {
        var plan = record.Plan;
        var active = plan.ActiveZones().ToArray();
        var start = active.Length == 0 ? plan.Zones.Min(zone => zone.PrepareAt) : active.Min(zone => zone.Slots[0].Start);
        return new BoardSend(
            plan.Key, plan.CampaignTitle, plan.Type, plan.Population, plan.Channels, caisses,
            active.Length == 0 ? "pas d’envoi" : SlotWords.Of(active[0], plan.Date.Year),
            plan.Date, start, plan.Zones.Min(zone => zone.PrepareAt), record.Withdrawn, record.Started,
            Folded.Of($"{plan.CampaignTitle} {plan.Key.Value} {plan.Theme} {plan.Template}"));
    }
}
