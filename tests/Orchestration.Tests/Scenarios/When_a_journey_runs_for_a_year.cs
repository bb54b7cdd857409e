using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Journeys;
using Orchestration.Campaigns.Revisions;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>« 18 ans aujourd’hui », every day of a year in which few days have somebody.</summary>
public sealed class When_a_journey_runs_for_a_year
{
    private const string Journey = SomeCalendar.Id + ".ror.anniversaire";

    private static readonly DateTimeOffset NextYear = new(2028, 1, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_write_to_each_person_on_their_day_and_cost_nothing_on_the_others()
    {
        await using var app = await StartAsync(Adults());

        await app.PlayUntilAsync(NextYear);

        string[] days = ["2027-03-20", "2027-03-21", "2027-07-14", "2027-12-31"];
        Assert.Equal(days.Select(day => $"{Journey}.{day}"), await InstancesAsync(app, id => SendKey.TryParse(id, out _)));
        Assert.Equal(
            ["2027-03-20:CPAM-75", "2027-03-21:CGSS-971", "2027-07-14:CPAM-75", "2027-07-14:CSS-976", "2027-12-31:CPAM-75"],
            (await InstancesAsync(app, id => id.Contains(':', StringComparison.Ordinal))).Select(id => id[(Journey.Length + 1)..]));
        Assert.Equal(
            [CalendarOrchestrator.InstanceId(SomeCalendar.Id, 1), JourneyOrchestrator.InstanceId(SomeCalendar.Id, 1)],
            (await InstancesAsync(app, id => !id.StartsWith(Journey, StringComparison.Ordinal))).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([1, 1, 2, 1], days.Select(day => app.Outbox.Files($"{Journey}.{day}").Count));
        Assert.True((await JourneysAsync(app, 1))?.IsOver);
    }

    // On Sunday 21 March nothing goes out, and on Monday it is still about Sunday's people.
    [Fact]
    public async Task Should_reach_those_whose_day_is_a_Sunday_on_Monday()
    {
        await using var app = await StartAsync(Adults());

        var report = await app.PlayToEndAsync($"{Journey}.2027-03-21");

        Assert.Equal((1, 1), (report.Status.Targeted, report.Status.Counts.Delivered));
        Assert.Equal(new DateOnly(2027, 3, 22), DateOnly.FromDateTime(Assert.Single(await app.OutcomesAsync($"{Journey}.2027-03-21")).Outcome.At.UtcDateTime));
    }

    [Fact]
    public async Task Should_search_anew_when_a_newer_datamart_comes()
    {
        await using var app = await StartAsync(Adults());
        var newer = Adults(new DateOnly(2027, 3, 15));
        newer.AddInsured("CPAM-75", "tard", "tard@example.org", birth: "2009-03-25");

        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 16, 8, 0, 0, TimeSpan.Zero));
        await app.UploadDatamartAsync(newer);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 26, 8, 0, 0, TimeSpan.Zero));

        Assert.Single(app.Outbox.Files($"{Journey}.2027-03-25"));
        Assert.Single(app.Outbox.Files($"{Journey}.2027-03-20"));
    }

    [Fact]
    public async Task Should_withdraw_the_days_that_were_not_prepared_when_a_revision_drops_it()
    {
        await using var app = await StartAsync(Adults());
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 20, 12, 0, 0, TimeSpan.Zero));

        var report = await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false, wave: "2027-10-12", end: "2027-11-10"));
        await app.UntilRevisionAsync(2, RevisionPhase.WaitingForConfirmation);
        await app.ConfirmAsync(2);
        await CampaignApp.UntilAsync(async () => (await JourneysAsync(app, 1))?.IsOver == true, "the journey is superseded");
        await app.PlayUntilAsync(new DateTimeOffset(2027, 9, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("to-confirm", report.GetProperty("outcome").GetString());
        Assert.Single(app.Outbox.Files($"{Journey}.2027-03-20"));
        Assert.Equal([$"{Journey}.2027-03-20"], (await InstancesAsync(app, id => SendKey.TryParse(id, out _))).Where(id => id.StartsWith(Journey, StringComparison.Ordinal)));
    }

    private static async Task<CampaignApp> StartAsync(TestDatamart people)
    {
        var app = await CampaignApp.StartUnseenAsync(people, Yaml());
        await app.GrantAsync(pending: 1);
        await CampaignApp.UntilAsync(async () => (await JourneysAsync(app, 1))?.First is not null, "the first days were searched");
        return app;
    }

    private static string Yaml() => SomeCalendar.Yaml(withStaff: false)
        .Replace("id: invitation", "id: anniversaire", StringComparison.Ordinal)
        .Replace("audience: age >= 18 && (vaccin_ror.non_fait || vaccin_ror.inconnu)", "audience: jours_depuis(naissance, 18) == 0", StringComparison.Ordinal)
        .Replace("at: v1.start", "every: day", StringComparison.Ordinal)
        .Replace("    spread: 2d\n", "", StringComparison.Ordinal);

    /// <summary>Two of 14 July, one each of a Saturday, a Sunday and the last day; some who are of age already, or have no date.</summary>
    private static TestDatamart Adults(DateOnly? date = null)
    {
        var people = new TestDatamart(date ?? new DateOnly(2027, 3, 1));
        people.AddInsured("CPAM-75", "samedi", "samedi@example.org", birth: "2009-03-20");
        people.AddInsured("CGSS-971", "dimanche", "dimanche@example.org", birth: "2009-03-21");
        people.AddInsured("CPAM-75", "fete", "fete@example.org", birth: "2009-07-14");
        people.AddInsured("CSS-976", "fete-2", "fete2@example.org", birth: "2009-07-14");
        people.AddInsured("CPAM-75", "dernier", "dernier@example.org", birth: "2009-12-31");
        people.AddInsured("CPAM-75", "majeur", "majeur@example.org", birth: "2008-07-14");
        people.AddInsured("CPAM-75", "sans-date", "sansdate@example.org", birth: "");
        return people;
    }

    private static async Task<JourneyStatus?> JourneysAsync(CampaignApp app, int number) =>
        (await app.Durable.GetInstanceAsync(JourneyOrchestrator.InstanceId(SomeCalendar.Id, number), true))?.ReadCustomStatusAs<JourneyStatus>();

    private static async Task<IReadOnlyList<string>> InstancesAsync(CampaignApp app, Func<string, bool> isMeant) =>
    [
        .. (await app.Durable.GetAllInstancesAsync(new OrchestrationQuery()).Select(instance => instance.InstanceId).Where(isMeant).ToArrayAsync())
            .Order(StringComparer.Ordinal),
    ];
}
