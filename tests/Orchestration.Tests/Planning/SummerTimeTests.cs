using System.Globalization;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

/// <summary>Clocks go forward on 28 March 2027 (02:00 becomes 03:00) and back on 31 October 2027 (03:00 becomes 02:00).</summary>
public sealed class SummerTimeTests
{
    private const string Paris = "Europe/Paris";

    [Theory]
    [InlineData("2027-03-26", "2027-03-26T08:00Z 2027-03-27T08:00Z 2027-03-30T07:00Z 2027-03-31T07:00Z")]
    [InlineData("2027-10-29", "2027-10-29T07:00Z 2027-10-30T07:00Z 2027-11-02T08:00Z 2027-11-03T08:00Z")]
    public void Plan_SpreadOverTheChange_HasOneSlotADayAtTheSameLocalHour(string date, string starts)
    {
        var moment = new FixedMoment(DateOnly.Parse(date, CultureInfo.InvariantCulture));
        var send = Some.Send() with { Moment = moment, Channels = [Channel.Email], SpreadDays = 4 };

        var plan = Some.Plan(Some.Calendar([send])).Zones.Single(zone => zone.HolidayZone == HolidayZone.Metropole);

        Assert.Equal(starts, string.Join(' ', plan.Slots.Select(slot => $"{slot.Start:yyyy-MM-ddTHH:mmZ}")));
    }

    [Theory]
    [InlineData("2027-03-28", "01:30-03:30", "00:30-01:30")]
    [InlineData("2027-03-28", "02:30-04:00", "01:00-02:00")]
    [InlineData("2027-10-31", "01:30-03:30", "23:30-02:30")]
    [InlineData("2027-10-31", "02:15-02:45", "00:15-00:45")]
    [InlineData("2027-10-31", "02:00-03:00", "00:00-02:00")]
    public void Next_NightOfTheChange_IsOneSlotWithinTheHours(string date, string window, string utc)
    {
        var slot = SlotFinder.Next(
            NightRules(), Paris, HolidayZone.Metropole, [Channel.Email], TimeWindow.Parse(window), MidnightInParis(date));

        Assert.Equal(utc, $"{slot.Start:HH:mm}-{slot.End:HH:mm}");
        for (var at = slot.Start; at < slot.End; at += TimeSpan.FromMinutes(1))
        {
            Assert.True(SendingHours.Allows(NightRules(), Channel.Email, Paris, HolidayZone.Metropole, at));
        }
    }

    [Fact]
    public void Next_HourThatDoesNotExist_IsTheNextDay()
    {
        var slot = SlotFinder.Next(
            NightRules(), Paris, HolidayZone.Metropole, [Channel.Email], TimeWindow.Parse("02:15-02:45"), MidnightInParis("2027-03-28"));

        // Easter Monday is a holiday: Tuesday.
        Assert.Equal("2027-03-30 00:15", slot.Start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Next_SecondPassOfTheDoubledHour_DoesNotOpenTheSlotAgain()
    {
        // 02:30 for the second time, an hour after the slot of the first.
        var again = new DateTimeOffset(2027, 10, 31, 2, 30, 0, TimeSpan.FromHours(1));

        var slot = SlotFinder.Next(NightRules(), Paris, HolidayZone.Metropole, [Channel.Email], TimeWindow.Parse("02:15-02:45"), again);

        Assert.True(slot.Start > again.AddHours(12));
    }

    private static PlanningRules NightRules()
    {
        var allDay = TimeWindow.Parse("00:00-23:59");
        return new() { Email = new() { Weekdays = allDay, Saturday = allDay, Sunday = allDay } };
    }

    private static DateTimeOffset MidnightInParis(string date) =>
        LocalTime.ToUtc(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeZoneInfo.FindSystemTimeZoneById(Paris));
}
