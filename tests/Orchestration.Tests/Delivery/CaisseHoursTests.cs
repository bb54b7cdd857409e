using Microsoft.Extensions.Options;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class CaisseHoursTests
{
    private static readonly CaisseHours Hours = new(Options.Create(new PlanningRules()));

    // Invariant E6: no SMS outside of the local hours, nor on a local public holiday. 27 April is one in Mayotte alone.
    [Theory]
    [InlineData("CPAM-80", "2027-04-27T07:30:00Z", null)]
    [InlineData("CPAM-80", "2027-04-27T05:59:00Z", "2027-04-27T07:00:00Z")]
    [InlineData("CPAM-80", "2027-04-27T18:00:00Z", "2027-04-28T07:00:00Z")]
    [InlineData("CPAM-80", "2027-05-01T10:00:00Z", "2027-05-03T07:00:00Z")]
    [InlineData("CGSS-974", "2027-04-27T05:30:00Z", null)]
    [InlineData("CSS-976", "2027-04-27T07:30:00Z", "2027-04-28T06:00:00Z")]
    public void HeldUntil_Sms_IsTheNextLocalHourOrNow(string caisse, string now, string? until) =>
        Assert.Equal(until is null ? null : At(until), Hours.HeldUntil(caisse, Channel.Sms, At(now)));

    [Theory]
    [InlineData("2027-04-27T23:00:00Z")]
    [InlineData("2027-05-02T10:00:00Z")]
    public void HeldUntil_Email_GoesOnAtAnyHour(string now) => Assert.Null(Hours.HeldUntil("CPAM-80", Channel.Email, At(now)));

    [Fact]
    public void NextSlot_WithinTheDay_StartsNowAndEndsWithTheWindowOfTheSend()
    {
        var plan = Some.Plan() with { Window = TimeWindow.Parse("09:00-11:00") };

        Assert.Equal(new Slot(Some.Now, At("2027-04-27T09:00:00Z")), Hours.NextSlot(plan, Some.Caisse, Some.Now));
        Assert.Equal(At("2027-04-28T07:00:00Z"), Hours.NextSlot(plan, Some.Caisse, At("2027-04-27T09:00:00Z")).Start);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
