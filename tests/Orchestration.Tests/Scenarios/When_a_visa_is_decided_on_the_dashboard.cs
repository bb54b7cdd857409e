using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_visa_is_decided_on_the_dashboard
{
    private const string Visas = "/api/operations/visas";

    [Fact]
    public async Task Should_show_the_content_and_let_a_validator_grant_it()
    {
        await using var app = await StartAsync();
        var request = Assert.Single(await app.PendingVisasAsync());
        var validator = await app.VisitAsync(Role.Validator);

        Assert.Contains(AddressOf(request), await validator.GetAsync(Visas), StringComparison.Ordinal);
        var page = await validator.GetAsync(AddressOf(request));
        Assert.Contains("Zoé, vos vaccins sont-ils à jour\u00A0?", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("STOP", page, StringComparison.Ordinal);
        Assert.Contains("Aucune version n’a été approuvée auparavant", page, StringComparison.Ordinal);
        var after = await validator.DoAsync($"{AddressOf(request)}/decision", page, ("decision", "accorder"), ("motif", "Relu avec la DDO"));

        Assert.Contains("Relu avec la DDO", after, StringComparison.Ordinal);
        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.Planned);
        Assert.Empty(await app.PendingVisasAsync());
    }

    [Fact]
    public async Task Should_show_the_sample_alone_and_let_it_do_nothing()
    {
        await using var app = await StartAsync();
        var reader = await app.VisitAsync(Role.Reader);

        using var answer = await reader.Client.GetAsync($"{AddressOf(Assert.Single(await app.PendingVisasAsync()))}/sample.html");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("Bonjour Zoé", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_what_changed_since_the_last_approval()
    {
        await using var app = await StartAsync();
        await app.GrantAllAsync();
        await app.UploadTemplatesAsync(
            ("national/ror-invitation/subject.sbntxt", text => text.Replace("vos vaccins", "tous vos vaccins", StringComparison.Ordinal)),
            ("national/ror-invitation/expected.subject.txt", text => text.Replace("vos vaccins", "tous vos vaccins", StringComparison.Ordinal)),
            ("national/ror-invitation/expected.html", text => text.Replace("Zoé, vos vaccins", "Zoé, tous vos vaccins", StringComparison.Ordinal)));
        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
        var request = Assert.Single(await app.PendingVisasAsync());

        var page = WebUtility.HtmlDecode(await (await app.VisitAsync(Role.Reader)).GetAsync(AddressOf(request)));

        Assert.Contains("<i>-</i>{{ prenom }}, vos vaccins sont-ils à jour", page, StringComparison.Ordinal);
        Assert.Contains("<i>+</i>{{ prenom }}, tous vos vaccins sont-ils à jour", page, StringComparison.Ordinal);
        Assert.Contains("Version approuvée par test.Validator", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h3>Critère</h3>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_take_a_refusal_with_its_reason_only()
    {
        await using var app = await StartAsync();
        var request = Assert.Single(await app.PendingVisasAsync());
        var validator = await app.VisitAsync(Role.Validator);
        var page = await validator.GetAsync(AddressOf(request));

        using (var answer = await validator.PostAsync($"{AddressOf(request)}/decision", page, ("decision", "refuser"), ("motif", " ")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await validator.DoAsync($"{AddressOf(request)}/decision", page, ("decision", "refuser"), ("motif", "Ton à revoir"));

        Assert.Equal("Ton à revoir", Assert.Single(await DecisionsAsync(app, request)).Remark);
    }

    [Fact]
    public async Task Should_not_take_it_from_the_author_a_reader_or_another_site()
    {
        await using var app = await StartAsync();
        var request = Assert.Single(await app.PendingVisasAsync());
        var address = $"{AddressOf(request)}/decision";
        var author = await app.VisitAsync(Role.Validator, request.Author);
        var reader = await app.VisitAsync(Role.Reader);
        var operate = await app.VisitAsync(Role.Operator);
        var validator = await app.VisitAsync(Role.Validator);

        var (authorPage, readerPage) = (await author.GetAsync(AddressOf(request)), await reader.GetAsync(AddressOf(request)));
        Assert.DoesNotContain(address, authorPage + readerPage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(author.PostAsync(address, authorPage, ("decision", "accorder"))));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(reader.PostAsync(address, readerPage, ("decision", "accorder"))));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(operate.PostAsync(address, await operate.GetAsync(Visas), ("decision", "accorder"))));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(validator.SendAsync(address, "cross-site", [("decision", "accorder")])));
        Assert.Empty(await DecisionsAsync(app, request));
    }

    [Fact]
    public async Task Should_leave_a_custom_campaign_to_its_caisse_or_the_operators()
    {
        await using var app = await StartAsync();
        var asked = Assert.Single(await app.PendingVisasAsync()) with { Send = Order, Caisse = "CGSS-971" };
        var visas = app.Services.GetRequiredService<VisaStore>();
        await visas.RequestAsync(asked, default);
        var (validator, operate) = (await app.VisitAsync(Role.Validator), await app.VisitAsync(Role.Operator));

        var page = await validator.GetAsync(AddressOf(asked));
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(validator.PostAsync($"{AddressOf(asked)}/decision", page, ("decision", "accorder"))));
        await operate.DoAsync($"{AddressOf(asked)}/decision", await operate.GetAsync(AddressOf(asked)), ("decision", "accorder"));

        Assert.True(Assert.Single(await DecisionsAsync(app, asked)).Granted);
    }

    [Theory]
    [InlineData("essai-2027.ror.invitation.1/0000")]
    [InlineData("essai-2027.ror.invitation.1/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("nulle-part/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Should_say_that_nobody_asked(string visa)
    {
        await using var app = await CampaignApp.StartAsync();
        var reader = await app.VisitAsync(Role.Reader);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader.Client.GetAsync($"{Visas}/{visa}")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader.Client.GetAsync($"{Visas}/{visa}/sample.html")));
    }

    private static SendKey Order => SendKey.Parse("cmd-cgss-971-6d2f01c4-8f2a.sante.message.1");

    private static string AddressOf(VisaRequest request) => $"{Visas}/{request.Send}/{request.ContentHash}";

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> answer)
    {
        using var given = await answer;
        return given.StatusCode;
    }

    private static Task<IReadOnlyList<Visa>> DecisionsAsync(CampaignApp app, VisaRequest request) =>
        app.Services.GetRequiredService<VisaStore>().DecisionsAsync(request.Send, request.ContentHash, default);

    private static async Task<CampaignApp> StartAsync()
    {
        var app = await CampaignApp.StartUnseenAsync(TestDatamart.Small(perCaisse: 4), SomeCalendar.Yaml(withStaff: false));
        await app.UntilPhaseAsync(SomeCalendar.Invitation, SendPhase.WaitingForVisa);
        return app;
    }
}
