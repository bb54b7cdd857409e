using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestration.Calendars;

/// <summary>
/// Tells whether two files say the same. Comments, the order of keys and entries, white space and the way values are quoted do
/// not count; neither does <c>revision_of</c>, which says where a file comes from.
/// </summary>
public static class CalendarHash
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <returns>SHA-256 of the calendar's canonical form, 64 lowercase hexadecimal digits.</returns>
    public static string Of(Calendar calendar) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(CanonicalForm(calendar), Canonical)));

    // Every value is named here one by one, so that a new one changes no hash before somebody has decided that it should.
    private static object CanonicalForm(Calendar calendar) => new
    {
        Form = 2,
        calendar.Id,
        calendar.Title,
        calendar.Year,
        Campaigns = calendar.Campaigns.OrderBy(campaign => campaign.Id, StringComparer.Ordinal).Select(CanonicalForm),
        Waves = calendar.Waves.OrderBy(wave => wave.Id, StringComparer.Ordinal).Select(CanonicalForm),
        Sends = calendar.Sends
            .OrderBy(send => send.Campaign, StringComparer.Ordinal).ThenBy(send => send.Id, StringComparer.Ordinal)
            .Select(CanonicalForm),
    };

    private static object CanonicalForm(Campaign campaign) => new
    {
        campaign.Id,
        campaign.Title,
        campaign.Type,
        campaign.Purpose,
        campaign.Scale,
        campaign.Theme,
        campaign.Seasonal,
        campaign.Priority,
        campaign.Caisses,
        campaign.Owner,
        campaign.Lifecycle,
        campaign.Reviewed,
        campaign.Letter,
        campaign.Article,
        campaign.Waiver,
    };

    private static object CanonicalForm(MediaWave wave) => new
    {
        wave.Id,
        wave.Campaign,
        wave.Start,
        wave.End,
        Media = wave.Media.Order(),
        wave.Homepage,
        wave.ScreenSeconds,
        wave.Budget,
        wave.Waiver,
    };

    private static object CanonicalForm(Send send) => new
    {
        send.Id,
        send.Campaign,
        send.Population,
        send.Criterion,
        send.Channels,
        send.Template,
        Moment = CanonicalForm(send.Moment),
        send.SpreadDays,
        send.OnHoliday,
        send.Window,
        send.Waiver,
        send.Remind,
        send.Volume,
        send.CallPercent,
        Inserts = send.Inserts.Order(StringComparer.Ordinal),
    };

    private static object CanonicalForm(SendMoment moment) => moment switch
    {
        FixedMoment given => new { given.Date },
        WaveMoment given => new { given.Wave, given.Edge, given.Offset, given.Unit },
        SendRelativeMoment given => new { given.Send, given.Offset, given.Unit },
        DailyMoment given => new { Daily = true, given.From },
        TriggeredMoment given => new { given.Trigger, given.From },
        RecurringMoment { Recurrence: var given } => new
        {
            given.Months,
            Days = given.Days.Select(day => new { day.Weekday, day.Ordinal }),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "A moment without a canonical form."),
    };
}
