using Microsoft.AspNetCore.Http;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class AntiforgeryTests
{
    private static readonly Caller Lea = new("léa", Role.Operator);

    [Fact]
    public void Accepts_TokenOfThatSession_AndNoOther()
    {
        var (one, other) = (Request(Session()), Request(Session()));
        var guard = Guard();

        Assert.True(guard.Accepts(one, Lea, guard.TokenOf(one, Lea)));
        Assert.False(guard.Accepts(one, Lea, guard.TokenOf(other, Lea)));
        Assert.False(guard.Accepts(one, Lea, null));
        Assert.False(guard.Accepts(one, Lea, ""));
    }

    [Fact]
    public void Accepts_PersonOfThePlatform_TheirOwnTokenAlone()
    {
        var request = Request(null);
        var guard = Guard();

        Assert.True(guard.Accepts(request, Lea, guard.TokenOf(request, Lea)));
        Assert.False(guard.Accepts(request, Lea with { Id = "noé" }, guard.TokenOf(request, Lea)));
    }

    [Fact]
    public void TokenOf_Session_DoesNotShowItsSecret()
    {
        var session = Session();

        Assert.DoesNotContain(Guard().TokenOf(Request(session), Lea), session, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("same-origin", "null", true)]
    [InlineData("same-origin", "http://orchestration.exemple.fr", true)]
    [InlineData(null, "http://orchestration.exemple.fr", true)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("none", null, false)]
    [InlineData(null, null, false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "http://orchestration.exemple.fr.autre.fr", false)]
    [InlineData("same-origin", "http://autre.fr", false)]
    [InlineData(null, "pas une adresse", false)]
    public void IsFromHere_WhatTheBrowserSays_Decides(string? site, string? origin, bool expected)
    {
        var request = Request(null, site);
        if (origin is not null)
            request.Headers.Origin = origin;

        Assert.Equal(expected, Antiforgery.IsFromHere(request));
    }

    private static string Session() => ApiKey.Issue("léa", Role.Operator, Some.Now, kind: KeyKind.Session).Text;

    private static HttpRequest Request(string? session, string? site = "same-origin")
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("orchestration.exemple.fr");
        if (session is not null)
            http.Request.Headers.Cookie = $"{SessionCookie.Name}={session}";
        if (site is not null)
            http.Request.Headers["Sec-Fetch-Site"] = site;
        return http.Request;
    }

    private static Antiforgery Guard() => new(Microsoft.Extensions.Options.Options.Create(SomeLinks.Options()));
}
