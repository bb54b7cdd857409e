using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>What operators see and do on pages, and what comes of it.</summary>
public sealed class When_an_operator_uses_the_dashboard
{
    private const string Home = "api/operations";
    private const string Send = $"{Home}/sends/{SomeCalendar.Invitation}";
    private const int LargestPage = 100_000;

    private static readonly DateTimeOffset AfterTheSlots = new(2027, 3, 25, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_find_sends_by_what_the_address_says()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());
        var visitor = await app.VisitAsync(Role.Reader);

        foreach (var (query, invitation, staff) in new[]
        {
            ("", true, true), ("?q=collaborateurs", false, true), ("?q=vaccination+ror", true, true), ("?q=introuvable", false, false),
            ("?type=National", true, true), ("?type=Custom", false, false), ("?campaign=ror", true, true), ("?campaign=autre", false, false),
            ("?caisse=CSS-976", true, true), ("?caisse=CPAM-01", false, false), ("?state=Planned", true, true), ("?state=Sending", false, false),
            ("?from=2027-03-20", true, false), ("?to=2027-03-20", false, true), ("?from=nimporte&state=rien&page=-3", true, true), ("?retry=1", false, false),
        })
        {
            var page = await visitor.GetAsync(Home + query);
            Assert.True(page.Contains($"{SomeCalendar.Invitation}\"", StringComparison.Ordinal) == invitation, $"invitation for {query}");
            Assert.True(page.Contains($"{SomeCalendar.Staff}\"", StringComparison.Ordinal) == staff, $"staff for {query}");
            Assert.InRange(page.Length, 1, LargestPage);
        }
    }

    [Fact]
    public async Task Should_pause_and_resume_a_send_and_say_who_and_why()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        var visitor = await app.VisitAsync(Role.Operator, "léa");

        var asked = await visitor.GetAsync($"{Send}/actions/pause");
        using var silent = await visitor.PostAsync($"{Send}/actions/pause", asked, ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        var paused = await visitor.DoAsync($"{Send}/actions/pause", asked, ("reason", "Lien <b>faux</b>"));

        Assert.Equal(SendControl.Paused, await ControlAsync(app));
        Assert.Contains("Lien &lt;b&gt;faux&lt;/b&gt;", paused, StringComparison.Ordinal);
        Assert.Contains("léa", paused, StringComparison.Ordinal);
        Assert.Contains("L’envoi est suspendu", paused, StringComparison.Ordinal);
        using var twice = await visitor.PostAsync($"{Send}/actions/pause", asked, ("reason", "Encore"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        var resumed = await visitor.DoAsync($"{Send}/actions/resume", await visitor.GetAsync($"{Send}/actions/resume"), ("reason", "Corrigé"));
        Assert.Equal(SendControl.Running, await ControlAsync(app));
        Assert.Contains("Corrigé", resumed, StringComparison.Ordinal);
        Assert.Equal(90, (await app.PlayToEndAsync(SomeCalendar.Invitation)).Status.Counts.Delivered);
    }

    [Fact]
    public async Task Should_cancel_only_who_writes_the_word()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        var visitor = await app.VisitAsync(Role.Operator);
        var asked = await visitor.GetAsync($"{Send}/actions/cancel");

        using var hasty = await visitor.PostAsync($"{Send}/actions/cancel", asked, ("reason", "Erreur"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SendControl.Running), (hasty.StatusCode, await ControlAsync(app)));
        var cancelled = await visitor.DoAsync($"{Send}/actions/cancel", asked, ("reason", "Erreur"), ("confirmation", "annuler"));

        Assert.Contains("Annulé", cancelled, StringComparison.Ordinal);
        Assert.Equal(SendControl.Cancelled, await ControlAsync(app));
    }

    [Fact]
    public async Task Should_let_readers_see_and_touch_nothing()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));

        foreach (var role in new[] { Role.Reader, Role.Planner, Role.Validator })
        {
            var visitor = await app.VisitAsync(role);
            var home = await visitor.GetAsync(Home);
            var send = await visitor.GetAsync(Send);
            Assert.DoesNotContain("/actions/", send, StringComparison.Ordinal);
            Assert.All(["Arrêt général", "/bulk/"], offer => Assert.DoesNotContain(offer, home, StringComparison.Ordinal));
            foreach (var address in new[] { $"{Send}/actions/pause", $"{Home}/bulk/pause", $"{Home}/stop", $"{Send}/caisses/CPAM-75/retry" })
            {
                using var asked = await visitor.Client.GetAsync(address);
                using var posted = await visitor.PostAsync(address, home, ("reason", "Essai"), ("kind", "stop"), ("confirmation", "tout arrêter"));
                Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (asked.StatusCode, posted.StatusCode));
            }
        }

        Assert.Equal(SendControl.Running, await ControlAsync(app));
    }

    [Fact]
    public async Task Should_stop_everything_and_resume_deliberately()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        var (visitor, reader) = (await app.VisitAsync(Role.Operator, "léa"), await app.VisitAsync(Role.Reader));
        var asked = await visitor.GetAsync($"{Home}/stop");

        var stopped = await visitor.DoAsync($"{Home}/stop", asked, ("kind", "stop"), ("reason", "Adresse erronée"), ("confirmation", "tout arrêter"));
        Assert.Contains("Adresse erronée", stopped, StringComparison.Ordinal);
        Assert.Contains("Tout est arrêté", await reader.GetAsync(Send), StringComparison.Ordinal);
        using var twice = await visitor.PostAsync($"{Home}/stop", asked, ("kind", "stop"), ("reason", "Encore"), ("confirmation", "tout arrêter"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 23, 20, 0, 0, TimeSpan.Zero));
        Assert.Empty(app.Outbox.Files(SomeCalendar.Invitation));

        var released = await visitor.DoAsync(
            $"{Home}/stop", await visitor.GetAsync($"{Home}/stop"), ("kind", "release"), ("reason", "Corrigé"), ("confirmation", "reprendre"));
        Assert.DoesNotContain("Tout est arrêté", released, StringComparison.Ordinal);
        Assert.Equal(90, (await app.PlayToEndAsync(SomeCalendar.Invitation)).Status.Counts.Delivered);
    }

    [Fact]
    public async Task Should_act_on_many_only_while_they_are_the_same()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());
        var visitor = await app.VisitAsync(Role.Operator);
        var both = await visitor.GetAsync($"{Home}/bulk/pause?q=vaccination");
        (string, string)[] fields = [("q", "vaccination"), ("set", DashboardVisitor.Hidden(both, "set")), ("reason", "Essai")];

        using var miscounted = await visitor.PostAsync($"{Home}/bulk/pause", both, [.. fields, ("confirmation", "3")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, miscounted.StatusCode);
        await app.ControlAsync(SomeCalendar.Staff, "pause");
        using var changed = await visitor.PostAsync($"{Home}/bulk/pause", both, [.. fields, ("confirmation", "2")]);
        Assert.Equal((HttpStatusCode.Conflict, SendControl.Running), (changed.StatusCode, await ControlAsync(app)));

        var one = await visitor.GetAsync($"{Home}/bulk/pause?q=vaccination");
        await visitor.DoAsync($"{Home}/bulk/pause", one, ("q", "vaccination"), ("set", DashboardVisitor.Hidden(one, "set")), ("reason", "Essai"), ("confirmation", "1"));
        Assert.Equal(SendControl.Paused, await ControlAsync(app));
        var resumed = await visitor.GetAsync($"{Home}/bulk/resume");
        await visitor.DoAsync($"{Home}/bulk/resume", resumed, ("set", DashboardVisitor.Hidden(resumed, "set")), ("reason", "Essai"), ("confirmation", "2"));
        Assert.Equal(SendControl.Running, await ControlAsync(app));
    }

    [Fact]
    public async Task Should_retry_only_caisses_that_could_not_be_counted()
    {
        var people = TestDatamart.Small();
        people.Lose(Population.Insured, "CGSS-971");
        people.Lose(Population.Insured, "CSS-976");
        await using var app = await CampaignApp.StartReadyAsync(people, SomeCalendar.Yaml(withStaff: false));
        await app.PlayUntilAsync(AfterTheSlots);
        var visitor = await app.VisitAsync(Role.Operator, "léa");
        Assert.Contains("caisses non comptées<", await visitor.GetAsync($"{Home}?retry=1"), StringComparison.Ordinal);

        people.FindAgain();
        await app.UploadDatamartAsync(people);
        using var counted = await visitor.Client.GetAsync($"{Send}/caisses/CPAM-75/retry");
        Assert.Equal(HttpStatusCode.Conflict, counted.StatusCode);
        await visitor.DoAsync($"{Send}/caisses/CGSS-971/retry", await visitor.GetAsync($"{Send}/caisses/CGSS-971/retry"), ("reason", "Fichier reçu"));
        await CampaignApp.UntilAsync(async () => (await app.StatusAsync(SomeCalendar.Invitation))!.Caisses.GetValueOrDefault(CaissePhase.NotCounted) == 1, "one is left");
        var rest = await visitor.GetAsync($"{Home}/bulk/retry?retry=1");
        await visitor.DoAsync($"{Home}/bulk/retry", rest, ("retry", "1"), ("set", DashboardVisitor.Hidden(rest, "set")), ("reason", "Fichier reçu"), ("confirmation", "1"));
        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Empty(report.Problems);
        Assert.Equal(90, report.Status.Counts.Delivered);
        var trail = await app.Services.GetRequiredService<ControlStore>().TrailAsync(SendKey.Parse(SomeCalendar.Invitation), default);
        Assert.Equal(["CSS-976", "CGSS-971"], trail.SelectMany(change => change.Retried ?? []));
        Assert.All(trail, change => Assert.Equal(("léa", "Fichier reçu"), (change.Entry.By, change.Entry.Reason)));
        Assert.Contains("Relance de", await visitor.GetAsync(Send), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_a_send_whole_and_nobody_whom_it_was_for()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        var visitor = await app.VisitAsync(Role.Reader);
        await app.PlayUntilAsync(AfterTheSlots);

        var pages = new Dictionary<string, string>();
        foreach (var address in new[] { Home, Send, $"{Send}/history", $"{Send}/report", $"{Send}/caisses/CPAM-75", $"{Send}/caisses/CPAM-75/history" })
            pages[address] = await visitor.GetAsync(address);

        Assert.All(pages, page =>
        {
            Assert.InRange(page.Value.Length, 500, LargestPage);
            Assert.All(["example.org", "Léa", "+336"], personal => Assert.DoesNotContain(personal, page.Value, StringComparison.Ordinal));
        });
        Assert.All(["aucune coordonnée", "CPAM de Paris", "Premières décisions", "Délivrés"], text => Assert.Contains(text, pages[Send], StringComparison.Ordinal));
        Assert.Contains("Lot 1", pages[$"{Send}/caisses/CPAM-75"], StringComparison.Ordinal);
        Assert.Contains("Caisse lancée", pages[$"{Send}/history"], StringComparison.Ordinal);
        foreach (var unknown in new[] { $"{Home}/sends/essai-2027.ror.autre.1", $"{Home}/sends/n-importe", $"{Send}/caisses/CPAM-01", $"{Home}/bulk/autre" })
        {
            using var answer = await (await app.VisitAsync(Role.Operator)).Client.GetAsync(unknown);
            Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    private static async Task<SendControl> ControlAsync(CampaignApp app) =>
        (await app.Services.GetRequiredService<ControlStore>().ReadAsync(default))[SendKey.Parse(SomeCalendar.Invitation)];
}
