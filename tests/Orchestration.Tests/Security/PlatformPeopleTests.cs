using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class PlatformPeopleTests
{
    private static readonly string Lea = Header(("preferred_username", "lea@exemple.fr"), ("roles", "validator"), ("roles", "reader"));

    [Fact]
    public void Find_SignedIn_IsThatPersonWithTheirRoles() =>
        Assert.Equal(new Caller("lea@exemple.fr", Role.Validator | Role.Reader), On().Find(Request(Lea)));

    // Without the platform in front, anybody can write the header.
    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "False")]
    [InlineData(true, "oui")]
    [InlineData(false, "True")]
    [InlineData(false, null)]
    public void Find_PlatformDoesNotSignIn_TrustsNoHeader(bool setting, string? platform) =>
        Assert.Null(SomePeople.OnThePlatform(setting, platform).Find(Request(Lea)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    public void Find_HeaderThatSaysNothing_IsNobody(string? header) => Assert.Null(On().Find(Request(header)));

    [Fact]
    public void Find_TwoHeaders_IsNobody()
    {
        var request = Request(Lea);
        request.Headers.Append(PlatformPeople.Header, Lea);

        Assert.Null(On().Find(request));
    }

    [Fact]
    public void Find_RoleThatIsNotOurs_GivesNone() =>
        Assert.Equal(Role.None, On().Find(Request(Header(("name", "Léa"), ("roles", "caisse"), ("roles", "admin"), ("groups", "operator"))))!.Role);

    private static PlatformPeople On() => SomePeople.OnThePlatform(true, "True");

    private static HttpRequest Request(string? header)
    {
        var http = new DefaultHttpContext();
        if (header is not null)
            http.Request.Headers[PlatformPeople.Header] = header;
        return http.Request;
    }

    private static string Header(params (string Type, string Value)[] claims) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
    })));
}
