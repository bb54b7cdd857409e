using System.Net;
using Orchestration.Campaigns.Revisions;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_revision_is_decided_on_the_dashboard
{
    private const string Revisions = "/api/operations/revisions";
    private const string Second = $"{Revisions}/{SomeCalendar.Id}/2";

    [Fact]
    public async Task Should_say_what_it_changes_and_apply_once_confirmed()
    {
        await using var app = await StartAsync();
        var planner = await app.VisitAsync(Role.Planner);

        Assert.Contains("La révision 2 attend une confirmation.", await planner.GetAsync(Revisions), StringComparison.Ordinal);
        var page = await planner.GetAsync(Second);
        Assert.Contains("Retirés (1)", page, StringComparison.Ordinal);
        Assert.Contains("retire 1 des 2 envois", page, StringComparison.Ordinal);
        var after = await planner.DoAsync($"{Second}/decision", page, ("decision", "confirmer"));

        await app.UntilRevisionAsync(2, RevisionPhase.Applied);
        Assert.Contains("confirmée par test.Planner", after, StringComparison.Ordinal);
        var history = await planner.GetAsync(Revisions);
        Assert.Contains("révision 2 en vigueur", WebUtility.HtmlDecode(history), StringComparison.Ordinal);
        Assert.DoesNotContain("attend une confirmation", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_take_one_refusal_with_its_reason()
    {
        await using var app = await StartAsync();
        var planner = await app.VisitAsync(Role.Planner);
        var page = await planner.GetAsync(Second);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(planner.PostAsync($"{Second}/decision", page, ("decision", "refuser"))));
        await planner.DoAsync($"{Second}/decision", page, ("decision", "refuser"), ("motif", "Les agents d’abord"));

        await app.UntilRevisionAsync(2, RevisionPhase.Rejected);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(planner.PostAsync($"{Second}/decision", page, ("decision", "confirmer"))));
        Assert.Contains("Les agents d’abord", await planner.GetAsync(Second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Validator)]
    [InlineData(Role.Operator)]
    public async Task Should_let_others_see_and_touch_nothing(Role role)
    {
        await using var app = await StartAsync();
        var visitor = await app.VisitAsync(role);

        var page = await visitor.GetAsync(Second);

        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(visitor.PostAsync($"{Second}/decision", page, ("decision", "confirmer"))));
        Assert.Equal(RevisionPhase.WaitingForConfirmation, (await app.RevisionAsync(2))?.Phase);
    }

    [Theory]
    [InlineData("/essai-2027/9")]
    [InlineData("/essai-2027/0")]
    [InlineData("/ailleurs/1")]
    [InlineData("/Essai%2F2027/1")]
    public async Task Should_say_that_there_is_no_such_revision(string revision)
    {
        await using var app = await CampaignApp.StartAsync();
        var reader = await app.VisitAsync(Role.Reader);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader.Client.GetAsync(Revisions + revision)));
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> answer)
    {
        using var given = await answer;
        return given.StatusCode;
    }

    /// <summary>A second revision withdraws one send of two.</summary>
    private static async Task<CampaignApp> StartAsync()
    {
        var app = await CampaignApp.StartUnseenAsync(TestDatamart.Small(perCaisse: 4), SomeCalendar.Yaml());
        await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false));
        await app.UntilRevisionAsync(2, RevisionPhase.WaitingForConfirmation);
        return app;
    }
}
