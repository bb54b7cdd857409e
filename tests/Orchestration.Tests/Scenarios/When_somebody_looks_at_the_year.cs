using System.Net;
using Orchestration.Audience;
using Orchestration.Delivery.Adapters;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>The year, what is worth a look, and what failed: as a campaign goes on.</summary>
public sealed class When_somebody_looks_at_the_year
{
    private const string Home = "/api/operations";

    [Fact]
    public async Task Should_show_waves_above_sends_with_their_states()
    {
        await using var app = await CampaignApp.StartUnseenAsync(TestDatamart.Small(perCaisse: 4), SomeCalendar.Yaml());
        await app.GrantAllAsync();
        var reader = await app.VisitAsync(Role.Reader);

        var before = WebUtility.HtmlDecode(await reader.GetAsync($"{Home}/year?calendar={SomeCalendar.Id}"));
        await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.True(before.IndexOf("Vagues média, par campagne", StringComparison.Ordinal) < before.IndexOf("Envois, par public", StringComparison.Ordinal));
        Assert.Contains($"href=\"{Home}/sends/{SomeCalendar.Invitation}\"", before, StringComparison.Ordinal);
        Assert.Contains("invitation, e-mail, sinon SMS, du 23/3 au 24/3\u00A0: prévu", before, StringComparison.Ordinal);

        // What was shown a moment ago may be shown once more.
        var after = "";
        await CampaignApp.UntilAsync(
            async () => (after = WebUtility.HtmlDecode(await reader.GetAsync($"{Home}/year"))).Contains("invitation, e-mail, sinon SMS, du 23/3 au 24/3\u00A0: clos", StringComparison.Ordinal),
            "the year shows that the invitation is closed");
        Assert.Contains($"href=\"{Home}/year?calendar={SomeCalendar.Id}&mois=3\"", after, StringComparison.Ordinal);
        var month = WebUtility.HtmlDecode(await reader.GetAsync($"{Home}/year?mois=3"));
        Assert.Contains("Ce qui commence en mars 2027", month, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Home}/sends/{SomeCalendar.Invitation}\"", month, StringComparison.Ordinal);
        Assert.Contains("Rien ne commence ce mois-ci", await reader.GetAsync($"{Home}/year?mois=8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_comes_what_is_late_and_what_failed()
    {
        var people = TestDatamart.Small();
        people.Lose(Population.Insured, "CGSS-971");
        var settings = new CampaignAppSettings { Provider = message => Task.FromResult(message.To.StartsWith("p0.", StringComparison.Ordinal) ? SendResult.Failed("boîte pleine de p0@example.org") : SendResult.Delivered) };
        await using var app = await CampaignApp.StartReadyAsync(people, SomeCalendar.Yaml(withStaff: false), settings);
        var reader = await app.VisitAsync(Role.Reader);

        Assert.Contains("Aucun envoi ne part dans les sept jours", await reader.GetAsync($"{Home}/watch"), StringComparison.Ordinal);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 20, 8, 0, 0, TimeSpan.Zero));
        Assert.Contains("Dans les sept jours (1)", await reader.GetAsync($"{Home}/watch"), StringComparison.Ordinal);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 25, 0, 0, 0, TimeSpan.Zero));

        // What is shown may be two seconds old.
        await CampaignApp.UntilAsync(
            async () => WebUtility.HtmlDecode(await reader.GetAsync($"{Home}/watch")).Contains("1\u00A0caisse n’a pas pu être préparée", StringComparison.Ordinal),
            "the page says that a caisse is missing");
        var failures = WebUtility.HtmlDecode(await reader.GetAsync($"{Home}/failures"));
        Assert.Contains("1\u00A0caisse non comptée", failures, StringComparison.Ordinal);
        Assert.Contains("(CGSS-971)", failures, StringComparison.Ordinal);
        Assert.Contains("autre motif du prestataire\u00A0: 2", failures, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_there_is_no_calendar_yet()
    {
        await using var app = await CampaignApp.StartAsync();
        var reader = await app.VisitAsync(Role.Reader);

        Assert.Contains("Aucun calendrier n’est encore en vigueur", await reader.GetAsync($"{Home}/year"), StringComparison.Ordinal);
        using var answer = await reader.Client.GetAsync($"{Home}/year?calendar=ailleurs");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
