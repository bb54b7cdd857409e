using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

public sealed class SendingHoursTests
{
    private static readonly PlanningRules Rules = new();

    /// <summary>Invariant E6: no SMS outside the local hours, nor on a local holiday.</summary>
    [Theory]
    [InlineData("CPAM-75", "2027-04-26T07:59:59+02:00", false)]
    [InlineData("CPAM-75", "2027-04-26T08:00:00+02:00", true)]
    [InlineData("CPAM-75", "2027-04-26T19:59:59+02:00", true)]
    [InlineData("CPAM-75", "2027-04-26T20:00:00+02:00", false)]
    [InlineData("CPAM-75", "2027-04-24T09:59:00+02:00", false)]
    [InlineData("CPAM-75", "2027-04-24T10:00:00+02:00", true)]
    [InlineData("CPAM-75", "2027-04-24T19:00:00+02:00", false)]
    [InlineData("CPAM-75", "2027-04-25T12:00:00+02:00", false)]
    [InlineData("CPAM-75", "2027-03-29T12:00:00+02:00", false)]
    [InlineData("CPAM-75", "2027-03-26T12:00:00+01:00", true)]
    [InlineData("CPAM-67", "2027-03-26T12:00:00+01:00", false)]
    [InlineData("CSS-976", "2027-04-27T12:00:00+03:00", false)]
    [InlineData("CGSS-974", "2027-04-27T12:00:00+04:00", true)]
    [InlineData("CGSS-971", "2027-05-27T12:00:00-04:00", false)]
    [InlineData("CGSS-972", "2027-05-27T12:00:00-04:00", true)]
    [InlineData("CGSS-971", "2027-04-26T08:00:00+02:00", false)]
    [InlineData("CGSS-974", "2027-04-26T17:59:00+02:00", true)]
    [InlineData("CGSS-974", "2027-04-26T18:00:00+02:00", false)]
    public void Allows_Sms_OnlyInTheHoursOfItsCaisse(string caisse, string at, bool isAllowed) =>
        Assert.Equal(isAllowed, Allows(Rules, Channel.Sms, caisse, at));

    [Theory]
    [InlineData("2027-04-24T08:00:00+02:00", true)]
    [InlineData("2027-04-25T12:00:00+02:00", false)]
    [InlineData("2027-05-01T12:00:00+02:00", false)]
    public void Allows_Email_FromMondayToSaturday(string at, bool isAllowed) =>
        Assert.Equal(isAllowed, Allows(Rules, Channel.Email, "CPAM-75", at));

    [Theory]
    [InlineData("2027-04-26T07:30:00+02:00", false)]
    [InlineData("2027-04-26T21:59:00+02:00", true)]
    [InlineData("2027-04-26T22:00:00+02:00", false)]
    [InlineData("2027-04-25T12:00:00+02:00", false)]
    [InlineData("2027-05-01T12:00:00+02:00", false)]
    public void Allows_SmsWithSettingsBeyondTheBound_KeepsTheBound(string at, bool isAllowed)
    {
        var allDay = TimeWindow.Parse("00:00-23:59");
        var rules = new PlanningRules { Sms = new() { Weekdays = allDay, Saturday = allDay, Sunday = allDay, PublicHolidays = allDay } };

        Assert.Equal(isAllowed, Allows(rules, Channel.Sms, "CPAM-75", at));
    }

    [Theory]
    [InlineData("2027-05-01T12:00:00+02:00", true)]
    [InlineData("2027-05-01T18:00:00+02:00", false)]
    [InlineData("2027-08-15T12:00:00+02:00", false)]
    public void Allows_EmailOnHolidaysBySetting_StaysWithinTheDayOfTheWeek(string at, bool isAllowed)
    {
        var rules = new PlanningRules();
        rules.Email.PublicHolidays = TimeWindow.Parse("10:00-18:00");

        Assert.Equal(isAllowed, Allows(rules, Channel.Email, "CPAM-75", at));
    }

    private static bool Allows(PlanningRules rules, Channel channel, string caisse, string at)
    {
        var home = CaisseDirectory.Get(caisse);
        return SendingHours.Allows(
            rules, channel, home.TimeZone, home.HolidayZone, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
    }
}
