using System.Net;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Who gets in, with what, and how far.</summary>
public sealed class When_people_visit_the_dashboard
{
    private const string Home = "api/operations";

    [Fact]
    public async Task Should_open_a_session_once_with_a_link()
    {
        await using var app = await CampaignApp.StartAsync();
        var (visitor, other) = (app.Stranger(), app.Stranger());
        var code = await app.CodeAsync(Role.Operator, "léa");

        using var refused = await visitor.Client.GetAsync($"{Home}?q=grippe");
        Assert.Equal((HttpStatusCode.SeeOther, "/api/operations/sign-in?retour=%2Fapi%2Foperations%3Fq%3Dgrippe"), (refused.StatusCode, refused.Headers.Location?.ToString()));

        // Programs that follow links use nothing up.
        for (var i = 0; i < 3; i++)
            Assert.Contains("Ouvrir ma session", await other.GetAsync($"{Home}/sign-in?code={code}"), StringComparison.Ordinal);
        using var begun = await visitor.SendAsync($"{Home}/sign-in", "same-origin", [("code", code), ("retour", "/api/operations?q=grippe")]);
        using var again = await other.SendAsync($"{Home}/sign-in", "same-origin", [("code", code)]);

        Assert.Equal((HttpStatusCode.SeeOther, "/api/operations?q=grippe&fait=connexion"), (begun.StatusCode, begun.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        var cookie = Assert.Single(begun.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "samesite=strict", "path=/api"], word => Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("léa", await visitor.GetAsync(Home), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://autre.fr/")]
    [InlineData("//autre.fr/api/operations")]
    [InlineData("/api/operations/../../autre")]
    [InlineData("/api/operations\\@autre.fr")]
    [InlineData("/api/operationsautre")]
    public async Task Should_never_lead_away_after_signing_in(string back)
    {
        await using var app = await CampaignApp.StartAsync();

        using var begun = await app.Stranger().SendAsync($"{Home}/sign-in", "same-origin", [("code", await app.CodeAsync(Role.Reader)), ("retour", back)]);

        Assert.StartsWith("/api/operations", begun.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("autre.fr", begun.Headers.Location.ToString().Replace("%5C%40autre.fr", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_cookies_and_keys_apart()
    {
        await using var app = await CampaignApp.StartAsync();
        var visitor = await app.VisitAsync(Role.Operator);
        var machine = await app.SignInAsync(Role.Operator);
        var key = machine.DefaultRequestHeaders.Authorization!.Parameter!;

        using var api = await visitor.Client.GetAsync("api/visas");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        using var stop = await visitor.Client.PostAsync("api/stop", new StringContent("{\"reason\":\"Essai\"}"));
        Assert.Equal(HttpStatusCode.Unauthorized, stop.StatusCode);

        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var plain = new HttpClient(handler) { BaseAddress = machine.BaseAddress };
        foreach (var (name, value) in new[] { ("Authorization", $"Bearer {key}"), ("Cookie", $"orchestration-session={key}"), ("X-MS-CLIENT-PRINCIPAL", Forged()) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Home);
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await plain.SendAsync(request);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Should_refuse_forms_that_come_from_elsewhere()
    {
        await using var app = await CampaignApp.StartAsync();
        var (visitor, other) = (await app.VisitAsync(Role.Operator), await app.VisitAsync(Role.Operator, "noé"));
        var page = await visitor.GetAsync($"{Home}/stop");
        var token = DashboardVisitor.Hidden(page, "antiforgery");
        (string, string)[] fields = [("kind", "stop"), ("reason", "Essai"), ("confirmation", "tout arrêter")];

        foreach (var (site, sent) in new[] { ("same-origin", ""), ("same-origin", DashboardVisitor.Hidden(await other.GetAsync(Home), "antiforgery")), ("cross-site", token), (null, token) })
        {
            using var answer = await visitor.SendAsync($"{Home}/stop", site, [("antiforgery", sent), .. fields]);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.DoesNotContain("Tout est arrêté", await visitor.GetAsync(Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_guard_every_page_with_a_policy()
    {
        await using var app = await CampaignApp.StartAsync();
        var visitor = await app.VisitAsync(Role.Reader);

        using var page = await visitor.Client.GetAsync(Home);
        using var script = await visitor.Client.GetAsync(
            System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "<script src=\"([^\"]+)\"").Groups[1].Value);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.All(
            ["default-src 'none'", "style-src 'sha256-", "script-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"],
            rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (script.StatusCode, script.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Should_end_with_signing_out()
    {
        await using var app = await CampaignApp.StartAsync();
        var visitor = await app.VisitAsync(Role.Reader);
        var session = visitor.Cookies.Single().Value;

        var after = await visitor.DoAsync($"{Home}/sign-out", await visitor.GetAsync(Home));

        Assert.Contains("Connexion", after, StringComparison.Ordinal);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var thief = new HttpClient(handler) { BaseAddress = visitor.Client.BaseAddress };
        thief.DefaultRequestHeaders.Add("Cookie", $"orchestration-session={session}");
        using var answer = await thief.GetAsync(Home);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static string Forged() => Convert.ToBase64String(
        """{"claims":[{"typ":"name","val":"intrus"},{"typ":"roles","val":"operator"}]}"""u8);
}
