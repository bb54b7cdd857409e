using System.Net;
using System.Text.Json;
using Orchestration.Campaigns.Sends;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Ready-made campaigns over HTTP; invariants E1, E2 and E7.</summary>
public sealed class When_a_caisse_orders_a_model
{
    [Fact]
    public async Task Should_reach_its_own_people_only_and_as_many_as_the_dry_run_said()
    {
        await using var app = await StartAsync();
        var caisse = await CaisseClient.OfAsync(app);

        using var tried = await caisse.PostAsync(CaisseClient.Order(), "?dry-run=true");
        var expected = (await CaisseClient.BodyAsync(tried)).GetProperty("audience");
        var order = await caisse.PlaceAsync(CaisseClient.Order());
        var send = order.GetProperty("send").GetString()!;
        var report = await app.PlayToEndAsync(send);

        Assert.Equal("CGSS-971", Assert.Single(report.Caisses).Caisse);
        Assert.Equal((40, 20), (report.Status.Targeted, report.Status.Counts.Delivered));
        Assert.Equal(report.Status.Targeted, expected.GetProperty("targeted").GetInt32());
        Assert.Equal(report.Status.Queued, expected.GetProperty("queued").GetProperty("email").GetInt32());
        Assert.Equal(
            report.Status.Excluded,
            expected.GetProperty("excluded").EnumerateArray().ToDictionary(one => one.GetProperty("reason").GetString()!, one => one.GetProperty("count").GetInt32()));
        Assert.Equal(20, app.Outbox.Files(send).Count);
        Assert.All(app.Outbox.Files(send), file => Assert.Contains("cgss-971@example.org", app.Outbox.Read(send, file), StringComparison.Ordinal));

        var end = await caisse.GetAsync(PathOf(order));
        Assert.Equal("closed", end.GetProperty("state").GetProperty("code").GetString());
        Assert.Equal(20, end.GetProperty("counts").GetProperty("delivered").GetInt32());
    }

    [Fact]
    public async Task Should_be_unknown_to_every_other_caisse()
    {
        await using var app = await StartAsync();
        var order = await (await CaisseClient.OfAsync(app)).PlaceAsync(CaisseClient.Order());
        var (id, path) = (order.GetProperty("id").GetString()!, PathOf(order));
        var other = await CaisseClient.OfAsync(app, "CPAM-75");

        // At its own address, at one in the other's name, and at one that never was: nothing tells them apart.
        Assert.Equal(await RefusalAsync(other.Http.GetAsync("api/caisses/CGSS-971/campaigns/cmd-cgss-971-00000000-0000")), await RefusalAsync(other.Http.GetAsync(path)));
        Assert.Equal(
            await RefusalAsync(other.Http.GetAsync($"{other.Campaigns}/cmd-cpam-75-00000000-0000")), await RefusalAsync(other.Http.GetAsync($"{other.Campaigns}/{id}")));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.DeleteAsync($"{other.Campaigns}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync("api/caisses/CGSS-971/campaigns")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await new CaisseClient(other.Http, "CGSS-971").PostAsync(CaisseClient.Order())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await new CaisseClient(other.Http, "CGSS-971").PostAsync(CaisseClient.Order(), "?dry-run=true")).StatusCode);
        Assert.Empty((await other.GetAsync(other.Campaigns)).GetProperty("items").EnumerateArray());
        Assert.Equal("CGSS-971", (await new CaisseClient(await app.SignInAsync(Role.Reader), "CGSS-971").GetAsync(path)).GetProperty("caisse").GetString());
    }

    [Fact]
    public async Task Should_need_the_visa_of_the_model_once()
    {
        await using var app = await StartAsync(granted: false);
        var caisse = await CaisseClient.OfAsync(app);

        using var early = await caisse.PostAsync(CaisseClient.Order());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        var error = (await CaisseClient.BodyAsync(early)).GetProperty("errors").EnumerateArray().Single();
        Assert.Equal("/model", error.GetProperty("pointer").GetString());
        Assert.Contains("visa est attendu", error.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await app.GrantModelsAsync();
        var first = await caisse.PlaceAsync(CaisseClient.Order());
        var second = await (await CaisseClient.OfAsync(app, "CPAM-75")).PlaceAsync(CaisseClient.Order());
        foreach (var order in new[] { first, second })
            await app.UntilPhaseAsync(order.GetProperty("send").GetString()!, SendPhase.Planned);
        Assert.Empty(await app.PendingVisasAsync());
        Assert.Empty(await app.PendingModelsAsync());
    }

    [Fact]
    public async Task Should_go_out_as_it_was_ordered_whatever_is_published_later()
    {
        await using var app = await StartAsync();
        var caisse = await CaisseClient.OfAsync(app);
        var send = (await caisse.PlaceAsync(CaisseClient.Order())).GetProperty("send").GetString()!;
        await app.UntilPhaseAsync(send, SendPhase.Planned);

        await app.UploadTemplatesAsync(("library/compte-ameli-services/template.yaml", text => text.Replace("version: 1", "version: 2", StringComparison.Ordinal)));

        Assert.Equal("library/compte-ameli-services", Assert.Single(await app.PendingModelsAsync()).Template);
        using var late = await caisse.PostAsync(CaisseClient.Order());
        Assert.Equal(
            ["/version", "/model"],
            (await CaisseClient.BodyAsync(late)).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!));
        Assert.Equal(20, (await app.PlayToEndAsync(send)).Status.Counts.Delivered);
    }

    [Fact]
    public async Task Should_be_held_when_the_visa_is_withdrawn()
    {
        await using var app = await StartAsync(granted: false);
        var model = (await app.PendingModelsAsync()).Single(request => request.Template == "library/compte-ameli-services");
        (await app.DecideAsync(model, granted: true)).EnsureSuccessStatusCode();
        var caisse = await CaisseClient.OfAsync(app);
        var order = await caisse.PlaceAsync(CaisseClient.Order());
        var send = order.GetProperty("send").GetString()!;
        await app.UntilPhaseAsync(send, SendPhase.Planned);

        (await app.DecideAsync(model, granted: false)).EnsureSuccessStatusCode();

        await app.UntilPhaseAsync(send, SendPhase.WaitingForVisa);
        Assert.Equal("waiting-for-visa", await StateAsync(caisse, order));
        Assert.Equal(SendPhase.Over, (await app.PlayToEndAsync(send)).Status.Phase);
        Assert.Empty(app.Outbox.Files(send));
    }

    [Fact]
    public async Task Should_be_cancelled_by_its_caisse_once()
    {
        await using var app = await StartAsync();
        var caisse = await CaisseClient.OfAsync(app);
        var order = await caisse.PlaceAsync(CaisseClient.Order());

        using var first = await caisse.Http.DeleteAsync(PathOf(order) + "?reason=erreur%20de%20date");
        using var second = await caisse.Http.DeleteAsync(PathOf(order));
        var report = await app.PlayToEndAsync(order.GetProperty("send").GetString()!);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal("cancelled", (await CaisseClient.BodyAsync(second)).GetProperty("state").GetProperty("code").GetString());
        Assert.Equal(SendPhase.Over, report.Status.Phase);
        Assert.Empty(app.Outbox.Files(order.GetProperty("send").GetString()!));
    }

    [Fact]
    public async Task Should_not_be_cancelled_when_it_is_over()
    {
        await using var app = await StartAsync();
        var caisse = await CaisseClient.OfAsync(app);
        var order = await caisse.PlaceAsync(CaisseClient.Order());
        await app.PlayToEndAsync(order.GetProperty("send").GetString()!);

        using var answer = await caisse.Http.DeleteAsync(PathOf(order));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("closed", await StateAsync(caisse, order));
    }

    // 27 May is a holiday in Guadeloupe alone.
    [Fact]
    public async Task Should_move_with_the_holidays_of_its_caisse()
    {
        await using var app = await StartAsync();

        var here = await (await CaisseClient.OfAsync(app)).PlaceAsync(CaisseClient.Order("2027-05-27"));
        var there = await (await CaisseClient.OfAsync(app, "CPAM-75")).PlaceAsync(CaisseClient.Order("2027-05-27"));

        Assert.Equal("2027-05-28", here.GetProperty("slot").GetProperty("date").GetString());
        Assert.Contains("férié en Guadeloupe", here.GetProperty("remarks")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("2027-05-28T13:00:00+00:00", here.GetProperty("slot").GetProperty("start").GetString());
        Assert.Equal("2027-05-27", there.GetProperty("slot").GetProperty("date").GetString());
        Assert.Empty(there.GetProperty("remarks").EnumerateArray());
    }

    // The wave lasts from 23 March to 16 May, a Sunday; a week later is the 23rd, a Sunday too.
    [Fact]
    public async Task Should_keep_clear_of_a_national_campaign_on_its_theme()
    {
        await using var app = await StartAsync();
        await app.UploadCalendarAsync(SomeCalendar.Yaml(withStaff: false).Replace("theme: vaccination", "theme: compte-ameli", StringComparison.Ordinal));
        var caisse = await CaisseClient.OfAsync(app);

        using var refused = await caisse.PostAsync(CaisseClient.Order("2027-03-30"));
        using var tried = await caisse.PostAsync(CaisseClient.Order("2027-03-30"), "?dry-run=true");
        var deferred = await caisse.PlaceAsync(CaisseClient.Order("2027-03-30", ifBusy: "defer"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("2027-05-24", (await CaisseClient.BodyAsync(refused)).GetProperty("nextPossibleDate").GetString());
        var trial = await CaisseClient.BodyAsync(tried);
        Assert.False(trial.GetProperty("accepted").GetBoolean());
        Assert.Equal("2027-05-24", trial.GetProperty("collision").GetProperty("nextPossibleDate").GetString());
        Assert.Equal("2027-05-24", deferred.GetProperty("slot").GetProperty("date").GetString());
        Assert.Equal("2027-03-30", deferred.GetProperty("wishedDate").GetString());
        Assert.StartsWith("L’envoi est reporté", deferred.GetProperty("remarks")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_hear_of_every_fault_at_once()
    {
        await using var app = await StartAsync();
        var caisse = await CaisseClient.OfAsync(app);

        using var answer = await caisse.PostAsync(new
        {
            model = "library/carte-vitale-a-jour",
            version = 3,
            date = "2027-02-01",
            options = new[] { "sans-compte", "sans-conte" },
            window = "midi",
            ifBusy = "peut-être",
            titre = "Essai",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["/window", "/ifBusy", "/titre", "/version", "/options/1", "/date"],
            (await CaisseClient.BodyAsync(answer)).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!));
    }

    [Fact]
    public async Task Should_place_one_order_for_one_request()
    {
        await using var app = await StartAsync();
        var caisse = await CaisseClient.OfAsync(app);

        using var first = await caisse.PostAsync(CaisseClient.Order(), key: "une-commande");
        using var again = await caisse.PostAsync(CaisseClient.Order(), key: "une-commande");
        for (var n = 0; n < 3; n++)
            await caisse.PlaceAsync(CaisseClient.Order());

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        var page = await caisse.GetAsync($"{caisse.Campaigns}?limit=3");
        var rest = await caisse.GetAsync(page.GetProperty("next").GetString()![1..]);
        var ids = page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("id").GetString()!).ToArray();
        Assert.Equal((3, 4), (page.GetProperty("items").GetArrayLength(), ids.Distinct().Count()));
        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), ids);
    }

    private static async Task<CampaignApp> StartAsync(bool granted = true)
    {
        var app = await CampaignApp.StartAsync();
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        if (granted)
            await app.GrantModelsAsync();
        return app;
    }

    private static string PathOf(JsonElement order) => order.GetProperty("path").GetString()![1..];

    private static async Task<string?> StateAsync(CaisseClient caisse, JsonElement order) =>
        (await caisse.GetAsync(PathOf(order))).GetProperty("state").GetProperty("code").GetString();

    /// <summary>Status and problem, without the address that was asked for.</summary>
    private static async Task<(HttpStatusCode, string?, string?)> RefusalAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        var body = await CaisseClient.BodyAsync(answer);
        return (answer.StatusCode, body.GetProperty("title").GetString(), body.GetProperty("detail").GetString());
    }
}
