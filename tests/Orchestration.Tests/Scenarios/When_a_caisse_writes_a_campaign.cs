using System.Net;
using System.Text.Json.Nodes;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery.Adapters;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>A custom campaign from its first dry run to its account, and everything that keeps it from going out.</summary>
public sealed class When_a_caisse_writes_a_campaign
{
    [Fact]
    public async Task Should_reach_its_own_people_with_its_own_words_after_a_second_person_confirmed()
    {
        await using var app = await StartWithLibraryAsync();
        var author = await app.SignInCaisseAsync("CPAM-75", "lea.morel");
        var second = await app.SignInCaisseAsync("CPAM-75", "paul.noir");

        var dry = await CaisseClient.BodyAsync(await author.SubmitAsync("CPAM-75", SomeCampaign.Body(), dryRun: true));
        Assert.True(dry.GetProperty("accepted").GetBoolean());
        Assert.Equal(40, dry.GetProperty("audience").GetProperty("targeted").GetInt32());
        Assert.Contains("au 8, rue des Lilas", dry.GetProperty("sample").GetProperty("html").GetString(), StringComparison.Ordinal);

        var (id, send, hash) = await PlaceAsync(author);
        Assert.StartsWith("cmd-cpam-75-", id, StringComparison.Ordinal);
        await app.UntilPhaseAsync(send, SendPhase.WaitingForVisa);
        Assert.Equal("attend une seconde personne", (await app.StatusAsync(send))!.Why);

        using var own = await ConfirmAsync(author, id, hash);
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.Contains("L’auteur d’une campagne ne peut ni la confirmer", await DetailOf(own), StringComparison.Ordinal);
        using var confirmed = await ConfirmAsync(second, id, hash);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        await app.UntilPhaseAsync(send, SendPhase.Planned);

        var report = await app.PlayToEndAsync(send);

        Assert.Equal("CPAM-75", Assert.Single(report.Caisses).Caisse);
        Assert.Equal((40, 30), (report.Status.Targeted, report.Status.Counts.Delivered));
        Assert.All(app.Outbox.Files(send), file => Assert.Matches("cpam-75@example.org|\\+33610", app.Outbox.Read(send, file)));
        var mail = app.Outbox.Read(send, app.Outbox.Files(send).First(file => file.EndsWith(".eml", StringComparison.Ordinal)));
        Assert.Contains("List-Unsubscribe", mail, StringComparison.Ordinal);
        var sms = app.Outbox.Read(send, app.Outbox.Files(send).First(file => file.EndsWith(".json", StringComparison.Ordinal)));
        Assert.Contains("CPAM de Paris : dès le 29 mars, votre accueil est au 8, rue des Lilas. STOP au", sms, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_never_go_out_without_a_second_person()
    {
        await using var app = await StartWithLibraryAsync();
        var author = await app.SignInCaisseAsync("CPAM-75", "lea.morel");
        var second = await app.SignInCaisseAsync("CPAM-75", "paul.noir");
        var (_, waiting, _) = await PlaceAsync(author);
        var (id, refused, hash) = await PlaceAsync(author);
        using var refusal = await ConfirmAsync(second, id, hash, confirmed: false);
        Assert.Equal(HttpStatusCode.OK, refusal.StatusCode);

        await app.UntilPhaseAsync(waiting, SendPhase.WaitingForVisa);
        await app.UntilPhaseAsync(refused, SendPhase.WaitingForVisa);
        var reports = (await app.PlayToEndAsync(waiting), await app.PlayToEndAsync(refused));

        Assert.Equal((0, 0), (reports.Item1.Status.Targeted, reports.Item2.Status.Targeted));
        Assert.Empty(app.Outbox.Files(waiting).Concat(app.Outbox.Files(refused)));
    }

    [Fact]
    public async Task Should_be_confirmed_by_the_people_of_the_caisse_or_the_DDO_alone()
    {
        await using var app = await StartWithLibraryAsync();
        var author = await app.SignInCaisseAsync("CPAM-75", "lea.morel");
        var (id, send, hash) = await PlaceAsync(author);
        var other = await app.SignInCaisseAsync("CGSS-971", "jo.petit");
        var trial = await app.SignInCaisseAsync("CPAM-75", "robot", isTest: true);
        var ddo = await app.SignInAsync(Role.Operator, "ddo.anne");
        var sameByAnotherName = await app.SignInCaisseAsync("CPAM-75", " Lea.Morel ");

        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(other, id, hash)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(other, id, hash, caisse: "CGSS-971")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"api/caisses/CGSS-971/campaigns/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync($"api/caisses/CGSS-971/campaigns/{id}/test", new { addresses = new[] { "a@example.org" } })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ConfirmAsync(trial, id, hash)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ConfirmAsync(sameByAnotherName, id, hash)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ConfirmAsync(ddo, id, new string('0', 64))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ddo.SendAsync($"api/caisses/CPAM-75/campaigns/{id}/confirmation", new { confirmed = "oui" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(ddo, id, hash)).StatusCode);
        await app.UntilPhaseAsync(send, SendPhase.Planned);
    }

    [Fact]
    public async Task Should_be_told_every_fault_at_once()
    {
        await using var app = await StartWithLibraryAsync();
        var author = await app.SignInCaisseAsync("CPAM-75", "lea.morel");
        var body = SomeCampaign.Body();
        body["zones"] = new JsonObject
        {
            ["sujet"] = "<b>Gras</b>",
            ["texte"] = "Voir pirate.example, ou https://bit.ly/x",
            ["lien"] = "https://www.ameli.fr.pirate.example",
            ["sms"] = "N° 2 55 08 14 168 025 38",
            ["autre"] = "x",
        };
        (body["audience"], body["theme"], body["date"], body["channels"]) = ("age >= 18 && ald", "Été", "2027-02-28", new JsonArray("email", "fax"));
        (body["version"], body["surprise"]) = (2, true);

        using var answer = await author.SubmitAsync("CPAM-75", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var pointers = (await CaisseClient.BodyAsync(answer)).GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("pointer").GetString()).ToList();
        Assert.Equal(
            ["/audience", "/channels/1", "/surprise", "/theme", "/version", "/zones/autre", "/zones/lien", "/zones/sms", "/zones/sms", "/zones/sujet", "/zones/texte", "/zones/texte", "/zones/titre"],
            pointers.Order(StringComparer.Ordinal));

        // What others than the recipient read on a locked screen names no illness.
        foreach (var (zone, text) in new[] { ("sujet", "La grippe arrive"), ("sms", "parlons de votre diabète") })
        {
            using var indiscreet = await author.SubmitAsync("CPAM-75", SomeCampaign.WithZone(zone, text));
            Assert.Equal($"/zones/{zone}", Assert.Single((await CaisseClient.BodyAsync(indiscreet)).GetProperty("errors").EnumerateArray()).GetProperty("pointer").GetString());
        }
    }

    [Fact]
    public async Task Should_answer_a_repeated_request_the_same()
    {
        await using var app = await StartWithLibraryAsync();
        var author = await app.SignInCaisseAsync("CPAM-75", "lea.morel");

        var first = await CaisseClient.BodyAsync(await author.SubmitAsync("CPAM-75", SomeCampaign.Body(), key: "demande-1"));
        var again = await CaisseClient.BodyAsync(await author.SubmitAsync("CPAM-75", SomeCampaign.Body(), key: "demande-1"));
        var another = await CaisseClient.BodyAsync(await author.SubmitAsync("CPAM-75", SomeCampaign.Body(), key: "demande-2"));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.NotEqual(first.GetProperty("id").GetString(), another.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Should_show_itself_to_a_few_before_it_goes_out()
    {
        await using var app = await StartWithLibraryAsync();
        var author = await app.SignInCaisseAsync("CPAM-75", "lea.morel");
        var (id, send, hash) = await PlaceAsync(author);

        var refused = await author.SendAsync($"api/caisses/CPAM-75/campaigns/{id}/test", new { addresses = new[] { "x@ailleurs.fr", "pas une adresse", "+33612345678" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(3, (await CaisseClient.BodyAsync(refused)).GetProperty("errors").GetArrayLength());

        var addresses = new { addresses = new[] { "lea@example.org", "paul@example.org" } };
        var sent = await CaisseClient.BodyAsync(await author.SendAsync($"api/caisses/CPAM-75/campaigns/{id}/test", addresses, key: "bat"));
        var again = await CaisseClient.BodyAsync(await author.SendAsync($"api/caisses/CPAM-75/campaigns/{id}/test", addresses, key: "bat"));
        Assert.All(sent.GetProperty("results").EnumerateArray(), result => Assert.True(result.GetProperty("sent").GetBoolean(), result.ToString()));
        Assert.Equal(sent.GetRawText(), again.GetRawText());
        var tests = app.Outbox.Files(send);
        Assert.Equal(2, tests.Count);
        Assert.All(tests, file => Assert.Matches(@"\r\nSubject: (=\?utf-8\?Q\?)?(\[|=5B)TEST(\]|=5D)", app.Outbox.Read(send, file)));
        using var anybody = app.Anonymous();
        var link = app.Outbox.UnsubscribeLink(send, tests[0]).PathAndQuery;
        Assert.Contains("Ceci est un essai", await (await anybody.PostAsync(link, null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await app.Containers.Suppressions.GetBlobsAsync().AnyAsync());
        Assert.False(await app.Containers.Lots.GetBlobsAsync().AnyAsync());

        using var confirmed = await ConfirmAsync(await app.SignInCaisseAsync("CPAM-75", "paul.noir"), id, hash);
        var report = await app.PlayToEndAsync(send);

        Assert.Equal((40, 30), (report.Status.Targeted, report.Status.Counts.Delivered));
        Assert.Equal(30, (await app.OutcomesAsync(send)).Count);
        Assert.Equal(32, app.Outbox.Files(send).Count);
    }

    [Fact]
    public async Task Should_stay_in_the_outbox_when_a_test_key_wrote_it()
    {
        var handedOver = 0;
        await using var app = await StartWithLibraryAsync(new CampaignAppSettings
        {
            KeepsOutbox = true,
            Provider = _ =>
            {
                handedOver++;
                return Task.FromResult(SendResult.Delivered);
            },
        });
        var trial = await app.SignInCaisseAsync("CPAM-75", "robot", isTest: true);
        var (id, send, hash) = await PlaceAsync(trial);
        Assert.StartsWith("essai-cpam-75-", id, StringComparison.Ordinal);
        using var confirmed = await ConfirmAsync(await app.SignInCaisseAsync("CPAM-75", "autre-robot", isTest: true), id, hash);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);

        var report = await app.PlayToEndAsync(send);

        Assert.Equal((40, 30), (report.Status.Targeted, report.Status.Counts.Delivered));
        Assert.Equal((0, 30), (handedOver, app.Outbox.Files(send).Count));
        var mail = app.Outbox.Files(send).First(file => file.EndsWith(".eml", StringComparison.Ordinal));
        using var anybody = app.Anonymous();
        using var page = await anybody.PostAsync(app.Outbox.UnsubscribeLink(send, mail).PathAndQuery, null);
        Assert.Contains("personne n’est désinscrit", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await app.Containers.Suppressions.GetBlobsAsync().AnyAsync());
    }

    [Fact]
    public async Task Should_go_to_the_provider_when_a_real_key_wrote_it()
    {
        var handedOver = 0;
        await using var app = await StartWithLibraryAsync(new CampaignAppSettings
        {
            KeepsOutbox = true,
            Provider = _ =>
            {
                handedOver++;
                return Task.FromResult(SendResult.Delivered);
            },
        });
        var (id, send, hash) = await PlaceAsync(await app.SignInCaisseAsync("CPAM-75", "lea.morel"));
        using var confirmed = await ConfirmAsync(await app.SignInCaisseAsync("CPAM-75", "paul.noir"), id, hash);

        await app.PlayToEndAsync(send);

        Assert.Equal((30, 0), (handedOver, app.Outbox.Files(send).Count));
    }

    /// <summary>With people and templates, every model and layout approved.</summary>
    private static async Task<CampaignApp> StartWithLibraryAsync(CampaignAppSettings? settings = null)
    {
        var app = await CampaignApp.StartAsync(settings);
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        await app.GrantModelsAsync();
        return app;
    }

    private static async Task<(string Id, string Send, string Hash)> PlaceAsync(HttpClient author)
    {
        using var answer = await author.SubmitAsync("CPAM-75", SomeCampaign.Body());
        var json = await CaisseClient.BodyAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, json.ToString());
        Assert.Equal($"/api/caisses/CPAM-75/campaigns/{json.GetProperty("id")}", answer.Headers.Location!.ToString());
        return (Text("id"), Text("send"), Text("contentHash"));

        string Text(string name) => json.GetProperty(name).GetString()!;
    }

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient client, string id, string hash, bool confirmed = true, string caisse = "CPAM-75") =>
        client.SendAsync($"api/caisses/{caisse}/campaigns/{id}/confirmation", new { contentHash = hash, confirmed, remark = "Relu" });

    private static async Task<string> DetailOf(HttpResponseMessage answer) => (await CaisseClient.BodyAsync(answer)).GetProperty("detail").GetString()!;
}
