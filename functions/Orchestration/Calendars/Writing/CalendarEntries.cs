using System.Globalization;
using Orchestration.Caisses;
using Orchestration.Calendars.Reading;

namespace Orchestration.Calendars.Writing;

/// <summary>A calendar as keys and values, in the order in which they are written; what is as it would be without saying is left out.</summary>
internal static class CalendarEntries
{
    private static readonly IReadOnlyList<string> AllCaisses = [.. CaisseDirectory.All.Select(caisse => caisse.Id).Order(StringComparer.Ordinal)];

    public static IEnumerable<EntryValue> Of(Calendar calendar) => Said(
        new("calendar", calendar.Id),
        new("title", calendar.Title),
        new("year", Number(calendar.Year)),
        new("revision_of", Number(calendar.RevisionOf)));

    public static IEnumerable<EntryValue> Of(Campaign campaign) => Said(
    [
        new("id", campaign.Id),
        new("title", campaign.Title),
        new("type", Words<Campaigns.CampaignType>.Of(campaign.Type)),
        new("purpose", Words<Messages.Purpose>.Of(campaign.Purpose)),
        new("scale", Words<CampaignScale>.Of(campaign.Scale)),
        new("theme", campaign.Theme),
        new("seasonal", campaign.Seasonal ? "true" : null) { IsWord = true },
        new("priority", Number(campaign.Priority)),
        .. Caisses(campaign.Caisses),
        new("owner", campaign.Owner),
        new("lifecycle", campaign.Lifecycle == CampaignLifecycle.Creation ? null : Words<CampaignLifecycle>.Of(campaign.Lifecycle)),
        new("reviewed", Date(campaign.Reviewed)),
        new("letter", Date(campaign.Letter)),
        new("article", campaign.Article),
        new("waiver", campaign.Waiver),
    ]);

    public static IEnumerable<EntryValue> Of(MediaWave wave) => Said(
        new("id", wave.Id),
        new("campaign", wave.Campaign),
        new("start", Date(wave.Start)),
        new("end", Date(wave.End)),
        new("media", null, [.. wave.Media.Select(Words<Media>.Of)]),
        new("homepage", wave.Homepage == HomepageSlot.Banner ? null : Words<HomepageSlot>.Of(wave.Homepage)),
        new("screens", wave.ScreenSeconds == 0 ? null : Number(wave.ScreenSeconds)),
        new("budget", Number(wave.Budget)),
        new("waiver", wave.Waiver));

    public static IEnumerable<EntryValue> Of(Send send) => Said(
    [
        new("id", send.Id),
        new("campaign", send.Campaign),
        new("public", Words<Audience.Population>.Of(send.Population)),
        new("remind", send.Remind),
        new("audience", send.Criterion),
        new("channels", null, [.. send.Channels.Select(Words<Messages.Channel>.Of)]),
        new("template", send.Template),
        .. MomentText.Of(send.Moment),
        new("spread", send.SpreadDays == 1 ? null : $"{Number(send.SpreadDays)}d"),
        new("on_holiday", send.OnHoliday == HolidayRule.Next ? null : Words<HolidayRule>.Of(send.OnHoliday)),
        new("window", send.Window?.ToString()),
        new("volume", Number(send.Volume)),
        new("calls", send.CallPercent == 0 ? null : Number(send.CallPercent)),
        new("inserts", null, send.Inserts.Count == 0 ? null : send.Inserts),
        new("waiver", send.Waiver),
    ]);

    /// <summary>« all », less a few; or the few.</summary>
    private static IEnumerable<EntryValue> Caisses(IReadOnlyList<string> caisses)
    {
        string[] others = [.. AllCaisses.Except(caisses)];
        return others.Length > caisses.Count
            ? [new("caisses", null, caisses)]
            : [new("caisses", "all"), new("except", null, others.Length == 0 ? null : others)];
    }

    private static IEnumerable<EntryValue> Said(params IEnumerable<EntryValue> values) =>
        values.Where(value => value.Text is not null || value.Items is not null);

    private static string? Date(DateOnly? date) => date is { } day ? MomentText.Date(day) : null;

    private static string? Number(IFormattable? number) => number?.ToString(number is decimal ? "0.############" : null, CultureInfo.InvariantCulture);
}
