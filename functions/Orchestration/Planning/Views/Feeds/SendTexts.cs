using Orchestration.Wording;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>What entries say of a send.</summary>
internal static class SendTexts
{
    public static string Summary(PlannedSend send) => French.Text($"{send.CampaignTitle} : {SendNames.Of(send)}");

    public static IEnumerable<string> Facts(PlannedSend send) =>
    [
        French.Text($"Public : {ValueNames.Of(send.Population)}, {French.Count(send.Caisses.Count, "caisse", "caisses")}"),
        French.Text($"Canal : {ChannelNames.InOrder(send.Channels)}"),
        French.Text($"Modèle : {send.Template}"),
    ];

    /// <summary>One line for each group of zones with the same hours, in their local time.</summary>
    public static IEnumerable<string> Slots(PlannedSend send) => send.Zones
        .GroupBy(zone => SlotWords.Of(zone, send.Date.Year))
        .Select(group => French.Text($"{Where(send, [.. group])} : {group.Key}"));

    private static string Where(PlannedSend send, IReadOnlyList<ZonePlan> zones) =>
        zones.Count == send.Zones.Count ? "Partout" : string.Join(", ", zones.Select(zone => ZoneNames.Of(zone.HolidayZone)).Distinct());
}
