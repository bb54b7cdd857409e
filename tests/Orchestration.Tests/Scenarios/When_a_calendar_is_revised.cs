using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_calendar_is_revised
{
    [Fact]
    public async Task Should_change_nothing_when_only_the_layout_of_the_file_did()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());

        var report = await app.UploadCalendarAsync("# Relu\n" + SomeCalendar.Yaml());

        Assert.Equal(1, report.GetProperty("calendar").GetProperty("revision").GetInt32());
        Assert.Null(await app.RevisionAsync(2));
    }

    [Fact]
    public async Task Should_move_only_the_caisses_that_have_not_gone()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false, spread: "1d"));

        // Mayotte decides on the 22nd at 18:00 there, 15:00 UTC; Paris at 17:00 UTC; Guadeloupe at 22:00 UTC.
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 22, 16, 0, 0, TimeSpan.Zero));
        var report = await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false, spread: "1d", wave: "2027-03-26"));
        await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal("accepted", report.GetProperty("outcome").GetString());
        var days = (await app.OutcomesAsync(SomeCalendar.Invitation)).GroupBy(one => one.Lot.Caisse)
            .ToDictionary(group => group.Key, group => group.Select(one => one.Outcome.At.Day).Distinct().Single());
        Assert.Equal(new Dictionary<string, int> { ["CGSS-971"] = 26, ["CPAM-75"] = 26, ["CSS-976"] = 23 }, days);
        Assert.Equal(90, app.Outbox.Files(SomeCalendar.Invitation).Count);
    }

    [Fact]
    public async Task Should_ask_before_it_withdraws_a_large_share_and_then_withdraw_it_once()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());
        var report = await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false));
        await app.UntilRevisionAsync(2, RevisionPhase.WaitingForConfirmation);
        Assert.Equal("to-confirm", report.GetProperty("outcome").GetString());
        Assert.Equal(SendPhase.Planned, (await app.StatusAsync(SomeCalendar.Staff))?.Phase);

        await app.ConfirmAsync(2);
        var withdrawn = await app.PlayToEndAsync(SomeCalendar.Staff);
        await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal((SendPhase.Over, "retiré du calendrier"), (withdrawn.Status.Phase, withdrawn.Status.Why));
        Assert.Empty(app.Outbox.Files(SomeCalendar.Staff));
        Assert.Equal(90, app.Outbox.Files(SomeCalendar.Invitation).Count);
    }

    [Fact]
    public async Task Should_ask_when_it_was_made_from_an_older_revision()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());
        await app.UploadCalendarAsync(SomeCalendar.Yaml(wave: "2027-03-24"));

        await app.UploadCalendarAsync(SomeCalendar.Yaml(wave: "2027-03-25", head: "revision_of: 1"));

        await app.UntilRevisionAsync(3, RevisionPhase.WaitingForConfirmation);
        await app.UploadCalendarAsync(SomeCalendar.Yaml(wave: "2027-03-30", head: "revision_of: 2"));
        await app.UntilRevisionAsync(3, RevisionPhase.Superseded);
        await app.UntilRevisionAsync(4, RevisionPhase.Applied);
    }
}
