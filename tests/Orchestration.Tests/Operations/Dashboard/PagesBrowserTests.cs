using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Tests.Scenarios.Support;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Dashboard;

/// <summary>The pages of visas, revisions, the year, what to watch and what failed, in a real browser.</summary>
public sealed class PagesBrowserTests
{
    private const string Home = "/api/operations";

    private const Role Everything = Role.Planner | Role.Validator | Role.Operator;

    [BrowserFact]
    public async Task Pages_OfVisasAndRevisions_AreAccessibleOnADeskAndOnAPhone()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(perCaisse: 4), SomeCalendar.Yaml());
        await app.UploadTemplatesAsync(
            ("national/ror-invitation/subject.sbntxt", text => text.Replace("vos vaccins", "tous vos vaccins", StringComparison.Ordinal)),
            ("national/ror-invitation/expected.subject.txt", text => text.Replace("vos vaccins", "tous vos vaccins", StringComparison.Ordinal)),
            ("national/ror-invitation/expected.html", text => text.Replace("Zoé, vos vaccins", "Zoé, tous vos vaccins", StringComparison.Ordinal)));
        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
        await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false, audience: "age >= 19 && (vaccin_ror.non_fait || vaccin_ror.inconnu)"));
        await app.UntilRevisionAsync(2, RevisionPhase.WaitingForConfirmation);
        var visa = Assert.Single(await app.PendingVisasAsync());
        var visitor = await app.VisitAsync(Everything, "léa.martin");

        await Accessibility.HoldsAsync(
            visitor.Client.BaseAddress!,
            visitor.Cookies.Single().Value,
            $"{Home}/visas", $"{Home}/visas/{visa.Send}/{visa.ContentHash}",
            $"{Home}/revisions", $"{Home}/revisions/{SomeCalendar.Id}/2", $"{Home}/revisions/{SomeCalendar.Id}/1");
    }

    [BrowserFact]
    public async Task Pages_OfTheYearAndOfFailures_AreAccessibleOnADeskAndOnAPhone()
    {
        var people = TestDatamart.Small();
        people.Lose(Population.Insured, "CGSS-971");
        var settings = new CampaignAppSettings
        {
            Provider = message => Task.FromResult(message.To.StartsWith("p0.", StringComparison.Ordinal) ? SendResult.Failed("mailbox-full") : SendResult.Delivered),
        };
        await using var app = await CampaignApp.StartReadyAsync(people, SomeCalendar.Yaml(extra: Reminder), settings);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 25, 12, 0, 0, TimeSpan.Zero));
        var queue = app.Services.GetRequiredService<StorageAccounts>().Queues(StorageAccounts.Data).GetQueueClient(StorageDeliveryQueue.Name);
        await queue.SendMessageAsync("{}");
        await queue.SendMessageAsync($$"""{"lotId":"{{SomeCalendar.Invitation}}:CPAM-75:1"}""");
        var visitor = await app.VisitAsync(Everything, "léa.martin");
        await CampaignApp.UntilAsync(
            async () => WebUtility.HtmlDecode(await visitor.GetAsync($"{Home}/failures")).Contains("2\u00A0messages abandonnés", StringComparison.Ordinal), "both messages are given up");

        await Accessibility.HoldsAsync(
            visitor.Client.BaseAddress!,
            visitor.Cookies.Single().Value,
            $"{Home}/year", $"{Home}/year?mois=3", $"{Home}/watch", $"{Home}/failures", $"{Home}/failures/deliveries/ecarter", $"{Home}/failures/deliveries/remettre");
    }

    private const string Reminder = """
          - id: relance
            campaign: ror
            public: insured
            audience: "age >= 18"
            channels: [sms]
            template: national/ror-invitation
            at: 2027-03-30
        """;
}
