using Orchestration.Campaigns;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.Feeds;

/// <summary>
/// By when a content needs its visa: before the first occurrence that goes out with it is prepared. One visa counts for the
/// occurrences after it; a custom campaign needs none of Dicom's (domain.md A1, row 16).
/// </summary>
internal static class VisaEvents
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static IEnumerable<FeedEvent> Of(FeedSource source) =>
        from send in source.Sends
        where send.Type != CampaignType.Custom && !source.Cancelled.Contains(send.Key) && send.ActiveZones().Any()
        group send by send.Key.Series into content
        let first = content.MinBy(send => (NeededBy(send), send.Key.Value))!
        select Of(first, NeededBy(first));

    private static FeedEvent Of(PlannedSend send, DateTimeOffset neededBy)
    {
        var day = LocalTime.DateOf(neededBy, Office);
        return new FeedEvent(
            $"{send.Key.Series}.visa",
            French.Text($"Visa à donner : {SendTexts.Summary(send)}"),
            [
                French.Text($"Avant {FrenchDates.Hour(LocalTime.HourOf(neededBy, Office))} (heure de Paris) : l'envoi est préparé à ce moment."),
                French.Text($"Modèle : {send.Template}"),
            ],
            "Visa",
            new FeedDays(day, day));
    }

    private static DateTimeOffset NeededBy(PlannedSend send) => send.ActiveZones().Min(zone => zone.PrepareAt);
}
