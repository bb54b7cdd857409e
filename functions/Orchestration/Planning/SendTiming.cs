using Orchestration.Calendars;
using Orchestration.Messages;

namespace Orchestration.Planning;

/// <summary>What a send asks of its slots.</summary>
/// <param name="Channels">A slot suits them all.</param>
/// <param name="Window">Narrower hours than the channels', local; null for none.</param>
/// <param name="OnHoliday">What becomes of a date that is a public holiday.</param>
/// <param name="SpreadDays">Over how many allowed days the audience is spread.</param>
public sealed record SendTiming(IReadOnlyList<Channel> Channels, TimeWindow? Window, HolidayRule OnHoliday, int SpreadDays)
{
    public static SendTiming Of(Send send) => new(send.Channels, send.Window, send.OnHoliday, send.SpreadDays);
}
