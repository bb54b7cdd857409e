using System.Net;
using Orchestration.Campaigns.Sends;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Invariant E1.</summary>
public sealed class When_a_visa_is_missing
{
    [Fact]
    public async Task Should_never_send()
    {
        await using var app = await CampaignApp.StartUnseenAsync(TestDatamart.Small(), SomeCalendar.Yaml());

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(SendPhase.Over, report.Status.Phase);
        Assert.Equal("expiré avant d’avoir pu partir", report.Status.Why);
        Assert.Empty(app.Outbox.Files(SomeCalendar.Invitation));
    }

    [Fact]
    public async Task Should_not_take_it_from_the_author()
    {
        await using var app = await CampaignApp.StartUnseenAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
        var request = Assert.Single(await app.PendingVisasAsync());
        await app.SignInAsync(Role.Validator, caller: request.Author);

        using var answer = await app.DecideAsync(request, granted: true);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(SendPhase.WaitingForVisa, (await app.StatusAsync(SomeCalendar.Invitation))?.Phase);
    }

    [Theory]
    [InlineData("national/ror-invitation/template.yaml", "version: 1", "version: 2")]
    [InlineData("layouts/assurance-maladie/layout.yaml", "version: 1", "version: 2")]
    [InlineData("national/ror-invitation/sample.json", "\n", "\n\n")]
    public async Task Should_ask_again_when_the_content_changed_after_it(string file, string before, string after)
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        var granted = await app.StatusAsync(SomeCalendar.Invitation);

        var report = await app.UploadTemplatesAsync((file, text => Replace(text, before, after)));

        Assert.Empty(report.GetProperty("problems").EnumerateArray());
        Assert.Equal(SendPhase.Planned, granted?.Phase);
        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
        var end = await app.PlayToEndAsync(SomeCalendar.Invitation);
        Assert.Empty(app.Outbox.Files(SomeCalendar.Invitation));
        Assert.Equal(0, end.Status.Targeted);
    }

    [Fact]
    public async Task Should_ask_again_when_an_image_changed_after_it()
    {
        await using var app = await CampaignApp.StartAsync();
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        await app.AddTemplateFileAsync("national/ror-invitation/images/logo.png", [1, 2, 3]);
        await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false));
        await app.GrantAllAsync();

        await app.AddTemplateFileAsync("national/ror-invitation/images/logo.png", [1, 2, 4]);

        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
    }

    [Fact]
    public async Task Should_ask_again_when_the_criterion_changed_after_it()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));

        await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false, audience: "age >= 19 && vaccin_ror.non_fait"));

        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
    }

    [Fact]
    public async Task Should_hold_a_caisse_whose_content_changed_between_decision_and_slot()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 23, 3, 0, 0, TimeSpan.Zero));
        await app.UploadTemplatesAsync(("national/ror-invitation/template.yaml", text => Replace(text, "version: 1", "version: 2")));

        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 23, 20, 0, 0, TimeSpan.Zero));
        Assert.Empty(app.Outbox.Files(SomeCalendar.Invitation));
        Assert.Equal(120, (await app.StatusAsync(SomeCalendar.Invitation))?.Targeted);

        foreach (var request in await app.PendingVisasAsync())
            (await app.DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);
        Assert.Equal(90, report.Status.Counts.Delivered);
    }

    private static string Replace(string text, string before, string after)
    {
        Assert.Contains(before, text, StringComparison.Ordinal);
        return text.Replace(before, after, StringComparison.Ordinal);
    }
}
