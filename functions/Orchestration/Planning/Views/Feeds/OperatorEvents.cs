using System.Globalization;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>The operators': when decisions are made, and each day on which messages leave, over all zones.</summary>
internal static class OperatorEvents
{
    private static readonly TimeSpan ShortestPreparation = TimeSpan.FromHours(1);

    public static IEnumerable<FeedEvent> Of(PlannedSend send, bool isCancelled)
    {
        var zones = send.ActiveZones().ToList();
        var (first, last) = (zones.Min(zone => zone.PrepareAt), zones.Max(zone => zone.PrepareAt));
        yield return new FeedEvent(
            $"{send.Key.Value}.prepare",
            French.Text($"Préparation : {SendTexts.Summary(send)}"),
            [.. SendTexts.Facts(send)],
            "Préparation",
            new FeedMoments(first, last + ShortestPreparation),
            isCancelled);

        var days = zones.Max(zone => zone.Slots.Count);
        for (var day = 0; day < days; day++)
        {
            var slots = zones.Where(zone => zone.Slots.Count > day).Select(zone => zone.Slots[day]).ToList();
            var part = days == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({day + 1}/{days})");
            yield return new FeedEvent(
                string.Create(CultureInfo.InvariantCulture, $"{send.Key.Value}.slot-{day + 1}"),
                French.Text($"Départ : {SendTexts.Summary(send)}{part}"),
                [.. SendTexts.Facts(send), .. SendTexts.Slots(send)],
                "Départ",
                new FeedMoments(slots.Min(slot => slot.Start), slots.Max(slot => slot.End)),
                isCancelled);
        }
    }
}
