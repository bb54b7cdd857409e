using Orchestration.Wording;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>The planners': media waves, sends at their first slot, letters.</summary>
internal static class DicomEvents
{
    private const string Home = "Europe/Paris";

    public static IEnumerable<FeedEvent> Of(FeedSource source, IEnumerable<(PlannedSend Send, bool IsCancelled)> sends)
    {
        var waves = (source.Outline?.Waves ?? []).Select(wave => new FeedEvent(
            $"wave.{source.Calendar}.{wave.Id}",
            French.Text($"Vague média : {wave.CampaignTitle}"),
            [French.Text($"Vague {wave.Id} : {MediaNames.Of(wave.Media)}")],
            "Vague média",
            new FeedDays(wave.Start, wave.End)));
        var letters = (source.Outline?.Letters ?? []).Select(letter => Letter(source, letter.Campaign, letter.CampaignTitle, letter.Date));
        return waves.Concat(letters).Concat(sends.Select(pair => Of(source, pair.Send, pair.IsCancelled)));
    }

    public static FeedEvent Letter(FeedSource source, string campaign, string title, DateOnly date) => new(
        $"letter.{source.Calendar}.{campaign}", French.Text($"Lettre-réseau : {title}"), [], "Lettre-réseau", new FeedDays(date, date));

    private static FeedEvent Of(FeedSource source, PlannedSend send, bool isCancelled)
    {
        var zones = send.ActiveZones().ToList();
        var slot = (zones.FirstOrDefault(zone => zone.TimeZone == Home) ?? zones.MinBy(zone => zone.Slots[0].Start)!).Slots[0];
        var volume = source.Outline?.Volumes.GetValueOrDefault(send.Key);
        return new(
            send.Key.Value,
            SendTexts.Summary(send),
            [.. SendTexts.Facts(send), French.Text($"Volume : {VolumeWords.Of(volume)}"), .. SendTexts.Slots(send)],
            "Envoi",
            new FeedMoments(slot.Start, slot.End),
            isCancelled);
    }
}
