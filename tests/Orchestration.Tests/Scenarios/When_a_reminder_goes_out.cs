using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Sends;
using Orchestration.Messages;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Invariant E12: the first audience, less those who have acted, less those who oppose; never anybody else.</summary>
public sealed class When_a_reminder_goes_out
{
    private const string Reminder = SomeCalendar.Id + ".ror.relance.1";

    private static readonly DateTimeOffset AfterTheInvitation = new(2027, 3, 26, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_reach_those_who_were_reached_and_have_not_acted()
    {
        await using var app = await CampaignApp.StartReadyAsync(First(), Yaml());
        await app.PlayUntilAsync(AfterTheInvitation);
        await app.Services.GetRequiredService<SuppressionList>().UnsubscribeAsync("oppose", Channel.Email, Purpose.Health, CancellationToken.None);
        await app.UploadDatamartAsync(Second());

        var report = await app.PlayToEndAsync(Reminder);

        Assert.Equal(2, report.Status.Targeted);
        Assert.Equal(1, report.Status.Excluded["unsubscribed"]);
        var message = Assert.Single(app.Outbox.Files(Reminder));
        Assert.Contains("attend@example.org", app.Outbox.Read(Reminder, message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_reach_nobody_and_say_why_when_the_first_send_was_cancelled()
    {
        await using var app = await CampaignApp.StartReadyAsync(First(), Yaml());
        await app.ControlAsync(SomeCalendar.Invitation, "cancel");

        var report = await app.PlayToEndAsync(Reminder);

        Assert.Equal((SendPhase.Closed, 0), (report.Status.Phase, report.Status.Targeted));
        Assert.All(report.Caisses, tally => Assert.Equal((CaissePhase.Done, "aucune relance, «\u00A0invitation\u00A0» n’est pas parti ici"), (tally.Phase, tally.Why)));
        Assert.Empty(app.Outbox.Files(Reminder));
    }

    // What has not gone yet is not overtaken: those people are left out, and the report says how many.
    [Fact]
    public async Task Should_leave_out_those_whose_first_message_is_held_back()
    {
        await using var app = await CampaignApp.StartReadyAsync(First(), Yaml(offset: "1d"));
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 22, 23, 0, 0, TimeSpan.Zero));
        await app.ControlAsync(SomeCalendar.Invitation, "pause");

        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 24, 12, 0, 0, TimeSpan.Zero));
        await app.ControlAsync(SomeCalendar.Invitation, "resume");
        var report = await app.PlayToEndAsync(Reminder);

        Assert.Equal(0, report.Status.Targeted);
        Assert.StartsWith("3\u00A0personnes ne sont pas relancées", Assert.Single(report.Caisses).Why, StringComparison.Ordinal);
    }

    private static string Yaml(string offset = "14d") => SomeCalendar.Yaml(withStaff: false, spread: "1d", extra: $"""
          - id: relance
            campaign: ror
            public: insured
            audience: vaccin_ror.non_fait
            channels: [email]
            template: national/ror-invitation
            remind: ror/invitation
            at: ror/invitation + {offset}
        """).Replace("[CPAM-75, CGSS-971, CSS-976]", "[CPAM-75]", StringComparison.Ordinal);

    private static TestDatamart First()
    {
        var people = new TestDatamart(new DateOnly(2027, 3, 1));
        people.AddInsured("CPAM-75", "attend", "attend@example.org");
        people.AddInsured("CPAM-75", "agit", "agit@example.org");
        people.AddInsured("CPAM-75", "oppose", "oppose@example.org");
        people.AddInsured("CPAM-75", "muet");
        return people;
    }

    /// <summary>One has acted, one has an address at last, one is new: the reminder is for neither.</summary>
    private static TestDatamart Second()
    {
        var people = new TestDatamart(new DateOnly(2027, 3, 26));
        people.AddInsured("CPAM-75", "attend", "attend@example.org");
        people.AddInsured("CPAM-75", "agit", "agit@example.org", vaccine: "fait");
        people.AddInsured("CPAM-75", "oppose", "oppose@example.org");
        people.AddInsured("CPAM-75", "muet", "muet@example.org");
        people.AddInsured("CPAM-75", "nouveau", "nouveau@example.org");
        return people;
    }
}
