using Orchestration.Caisses;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>A caisse's: its sends on each of their days, and the letters on campaigns that it takes part in. No figure of anybody else's.</summary>
internal static class CaisseEvents
{
    public static IEnumerable<FeedEvent> Of(PlannedSend send, Caisse caisse, bool isCancelled)
    {
        if (!send.Caisses.Contains(caisse.Id))
        {
            yield break;
        }

        var slots = send.ZoneOf(caisse.Id).Slots;
        for (var i = 0; i < slots.Count; i++)
        {
            var day = slots.Count == 1 ? "" : French.Text($" ({i + 1}/{slots.Count})");
            yield return new FeedEvent(
                i == 0 ? send.Key.Value : $"{send.Key.Value}.slot-{i + 1}",
                SendTexts.Summary(send) + day,
                [
                    French.Text($"Public : {ValueNames.Of(send.Population)}"),
                    French.Text($"Canal : {ChannelNames.InOrder(send.Channels)}"),
                    French.Text($"{Sentence.Capitalized(SlotWords.Of(send.ZoneOf(caisse.Id), send.Date.Year))} (heure de la caisse)"),
                ],
                "Envoi",
                new FeedMoments(slots[i].Start, slots[i].End),
                isCancelled);
        }
    }

    public static IEnumerable<FeedEvent> Letters(FeedSource source, Caisse caisse)
    {
        var campaigns = source.Sends.Where(send => send.Caisses.Contains(caisse.Id)).Select(SendNames.CampaignOf).ToHashSet(StringComparer.Ordinal);
        return (source.Outline?.Letters ?? []).Where(letter => campaigns.Contains(letter.Campaign))
            .Select(letter => DicomEvents.Letter(source, letter.Campaign, letter.CampaignTitle, letter.Date));
    }
}
