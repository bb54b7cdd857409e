using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Writing;

/// <summary>
/// A workbook to begin a calendar with: headers, drop-down lists, and one example in each sheet, which the planner deletes and which its
/// comment says to delete. The examples are sound, so that the file as it is would be accepted.
/// </summary>
public static class BlankWorkbook
{
    /// <param name="year">The year to plan.</param>
    /// <returns>The bytes of an <c>.xlsx</c> file.</returns>
    public static byte[] Create(int year)
    {
        const string campaign = "exemple";
        const string wave = "exemple-v1";
        var example = new Calendar(
            $"relationnel-{year}", French.Text($"Calendrier relationnel {year}"), year, null,
            [
                new Campaign(
                    campaign, "Rougeole, oreillons, rubéole", CampaignType.National, Purpose.Health, CampaignScale.Large, "vaccination",
                    Seasonal: false, Priority: 50, [.. CaisseDirectory.All.Select(caisse => caisse.Id)], "Dicom/DCP",
                    CampaignLifecycle.Creation, Reviewed: null, Letter: null, Article: null, Waiver: null, SourcePlaces.None),
            ],
            [
                new MediaWave(
                    wave, campaign, new DateOnly(year, 10, 12), new DateOnly(year, 10, 31), [Media.Tv, Media.Digital], HomepageSlot.Banner,
                    ScreenSeconds: 10, Budget: 350.5m, Waiver: null, SourcePlaces.None),
            ],
            [
                new Send(
                    "invitation", campaign, Population.Insured, "age >= 18", [Channel.Email, Channel.Sms], "national/ror-invitation",
                    new WaveMoment(wave, WaveEdge.Start, 1, OffsetUnit.Days), SpreadDays: 4, HolidayRule.Next, Window: null, Waiver: null,
                    Remind: null, Volume: null, CallPercent: 0, Inserts: [], SourcePlaces.None),
            ]);
        return CalendarWorkbookWriter.Write(example, French.Text($"Exemple : à effacer"));
    }
}
