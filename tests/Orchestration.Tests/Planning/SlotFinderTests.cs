using System.Globalization;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

public sealed class SlotFinderTests
{
    [Theory]
    [InlineData("CPAM-75", "", "2027-04-26T05:00:00Z", "2027-04-26T07:00:00Z", "2027-04-26T18:00:00Z")]
    [InlineData("CPAM-75", "", "2027-04-26T10:17:00Z", "2027-04-26T10:17:00Z", "2027-04-26T18:00:00Z")]
    [InlineData("CPAM-75", "", "2027-04-26T18:00:00Z", "2027-04-27T07:00:00Z", "2027-04-27T18:00:00Z")]
    [InlineData("CPAM-75", "09:00-11:00", "2027-04-26T10:17:00Z", "2027-04-27T07:00:00Z", "2027-04-27T09:00:00Z")]
    [InlineData("CPAM-75", "", "2027-04-24T17:00:00Z", "2027-04-26T07:00:00Z", "2027-04-26T18:00:00Z")]
    [InlineData("CPAM-75", "", "2027-03-27T18:00:00Z", "2027-03-30T07:00:00Z", "2027-03-30T18:00:00Z")]
    [InlineData("CPAM-67", "", "2027-03-25T19:00:00Z", "2027-03-27T09:00:00Z", "2027-03-27T18:00:00Z")]
    [InlineData("CSS-976", "", "2027-04-26T20:00:00Z", "2027-04-28T06:00:00Z", "2027-04-28T17:00:00Z")]
    [InlineData("CGSS-971", "", "2027-04-26T01:00:00Z", "2027-04-26T13:00:00Z", "2027-04-27T00:00:00Z")]
    [InlineData("CGSS-971", "", "2027-04-26T23:59:00Z", "2027-04-26T23:59:00Z", "2027-04-27T00:00:00Z")]
    [InlineData("CGSS-974", "", "2027-04-25T22:00:00Z", "2027-04-26T05:00:00Z", "2027-04-26T16:00:00Z")]
    public void Next_EmailAndSms_IsTheFirstSlotThatEndsLater(string caisse, string window, string notBefore, string start, string end)
    {
        var home = CaisseDirectory.Get(caisse);

        var slot = SlotFinder.Next(
            new PlanningRules(), home.TimeZone, home.HolidayZone, [Channel.Email, Channel.Sms],
            window.Length == 0 ? null : TimeWindow.Parse(window), At(notBefore));

        Assert.Equal(new Slot(At(start), At(end)), slot);
        Assert.Equal(TimeSpan.Zero, slot.Start.Offset);
    }

    [Fact]
    public void Next_WindowOutsideTheHours_Throws() => Assert.Throws<InvalidOperationException>(() => SlotFinder.Next(
        new PlanningRules(), "Europe/Paris", HolidayZone.Metropole, [Channel.Sms], TimeWindow.Parse("06:00-07:00"), At("2027-04-26T05:00:00Z")));

    [Fact]
    public void Next_WindowThatOnlySaturdayHas_WaitsForSaturday()
    {
        var rules = new PlanningRules();
        rules.Email.Saturday = TimeWindow.Parse("06:00-20:00");

        var slot = SlotFinder.Next(
            rules, "Europe/Paris", HolidayZone.Metropole, [Channel.Email], TimeWindow.Parse("06:00-07:00"), At("2027-04-26T05:00:00Z"));

        // The Saturdays 1 and 8 May are public holidays.
        Assert.Equal(At("2027-05-15T04:00:00Z"), slot.Start);
    }

    [Fact]
    public void Next_ClosedPeriod_WaitsForItsEnd()
    {
        var rules = new PlanningRules();
        rules.Blackouts.Add(new Blackout { Name = "panne", From = new DateOnly(2027, 4, 26), To = new DateOnly(2027, 4, 28), IsClosed = true });
        rules.Blackouts.Add(new Blackout { Name = "débat", From = new DateOnly(2027, 4, 29), To = new DateOnly(2027, 4, 30) });

        var slot = SlotFinder.Next(rules, "Europe/Paris", HolidayZone.Metropole, [Channel.Email], null, At("2027-04-26T05:00:00Z"));

        Assert.Equal(At("2027-04-29T07:00:00Z"), slot.Start);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
