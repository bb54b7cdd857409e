using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Invariant E6: no SMS outside of the local hours, nor on a local holiday; summer time doubles nothing.</summary>
public sealed class When_hours_are_tight
{
    [Theory]
    [InlineData("2027-04-27")] // A holiday in Mayotte only.
    [InlineData("2027-03-27")] // A Saturday; then Sunday with the change to summer time, and Easter Monday.
    [InlineData("2027-05-27")] // A holiday in Guadeloupe only.
    public async Task Should_hand_over_within_the_hours_of_each_caisse(string wave)
    {
        await using var app = await CampaignApp.StartReadyAsync(
            TestDatamart.Small(), SomeCalendar.Yaml(wave: wave, end: "2027-06-30", withStaff: false));

        await app.PlayToEndAsync(SomeCalendar.Invitation);

        await AssertHoursAsync(app);
    }

    [Fact]
    public async Task Should_wait_for_the_next_morning_when_resumed_in_the_evening()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 23, 4, 0, 0, TimeSpan.Zero));
        await app.ControlAsync(SomeCalendar.Invitation, "pause");
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 24, 1, 0, 0, TimeSpan.Zero));
        await app.ControlAsync(SomeCalendar.Invitation, "resume");

        await app.PlayToEndAsync(SomeCalendar.Invitation);

        await AssertHoursAsync(app);
    }

    private static async Task AssertHoursAsync(CampaignApp app)
    {
        var rules = app.Services.GetRequiredService<IOptions<PlanningRules>>().Value;
        var outcomes = await app.OutcomesAsync(SomeCalendar.Invitation);
        Assert.Equal(90, outcomes.Count);
        Assert.All(outcomes, one =>
        {
            var caisse = CaisseDirectory.Get(one.Lot.Caisse);
            Assert.True(
                SendingHours.Allows(rules, Channel.Sms, caisse.TimeZone, caisse.HolidayZone, one.Outcome.At), $"{one.Lot} at {one.Outcome.At:u}");
        });
    }
}
