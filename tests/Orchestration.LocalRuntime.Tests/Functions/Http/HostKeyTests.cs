using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Http;

public sealed class HostKeyTests
{
    [Theory]
    [InlineData("/api/Guarded", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/Guarded", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/Guarded?code=wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/Guarded", "right", HttpStatusCode.OK)]
    [InlineData("/api/Guarded?code=right", null, HttpStatusCode.OK)]
    [InlineData("/api/Open", null, HttpStatusCode.OK)]
    public async Task Get_Key_IsAskedForAboveAnonymous(string path, string? header, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Guards)],
            Settings = { ["LocalRuntime:HostKey"] = "right" },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
            request.Headers.Add("x-functions-key", header);

        var response = await app.Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    public sealed class Guards
    {
        [Function("Guarded")]
        public static IResult Guarded([HttpTrigger] HttpRequest request) => TypedResults.Ok();

        [Function("Open")]
        public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => TypedResults.Ok();
    }
}
