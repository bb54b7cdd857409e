using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Suppressions;
using Orchestration.Messages;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Invariant E5: an opposition, a STOP or a hard bounce taken between the decision and the hand-over is honoured.</summary>
public sealed class When_people_opt_out
{
    [Fact]
    public async Task Should_withhold_those_who_answered_STOP_after_the_decision()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 23, 3, 0, 0, TimeSpan.Zero));
        var suppressions = app.Services.GetRequiredService<SuppressionList>();
        await suppressions.CloseAddressAsync("+33610000002", SuppressionKind.Stop, Channel.Sms, CancellationToken.None);
        await suppressions.CloseAddressAsync("p0.cpam-75@example.org", SuppressionKind.Bounce, Channel.Email, CancellationToken.None);

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        var paris = report.Caisses.Single(tally => tally.Caisse == "CPAM-75");
        Assert.Equal(1, paris.Withheld["stop"]);
        Assert.Equal(1, paris.Withheld["bounce"]);
        Assert.Equal(88, report.Status.Counts.Delivered);
        Assert.DoesNotContain(app.Outbox.Files(SomeCalendar.Invitation), file => app.Outbox.Read(SomeCalendar.Invitation, file).Contains("+33610000002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_exclude_those_who_unsubscribed_from_an_earlier_send()
    {
        const string Second = SomeCalendar.Id + ".ror.rappel.1";
        var calendar = SomeCalendar.Yaml(withStaff: false, extra: """
              - id: rappel
                campaign: ror
                public: insured
                audience: age >= 18
                channels: [email]
                template: national/ror-invitation
                at: v1.start + 14d
            """);
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), calendar);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 25, 3, 0, 0, TimeSpan.Zero));
        var mail = app.Outbox.Files(SomeCalendar.Invitation).First(file => file.EndsWith(".eml", StringComparison.Ordinal));
        var link = app.Outbox.UnsubscribeLink(SomeCalendar.Invitation, mail).PathAndQuery;
        using var anybody = app.Anonymous();

        var page = await anybody.GetStringAsync(link);
        var afterTheGet = await app.Containers.Suppressions.GetBlobsAsync().AnyAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        (await anybody.PostAsync(link, form)).EnsureSuccessStatusCode();
        (await anybody.PostAsync(link, null)).EnsureSuccessStatusCode();
        var report = await app.PlayToEndAsync(Second);

        Assert.Contains("Me désinscrire", page, StringComparison.Ordinal);
        Assert.False(afterTheGet);
        Assert.Equal(1, report.Status.Excluded["unsubscribed"]);
        Assert.Equal(59, report.Status.Counts.Delivered);
    }

    [Fact]
    public async Task Should_not_take_a_forged_link()
    {
        await using var app = await CampaignApp.StartAsync();
        using var anybody = app.Anonymous();

        using var answer = await anybody.PostAsync("d/aVR9pxVvy9ARWShZNAAAAAgAAAAFQT4EUQ16FChk8TFEcAdGS", null);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
