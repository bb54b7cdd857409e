using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Indexing;

public sealed class DisabledFunctionTests
{
    // As on Azure: AzureWebJobs.{function}.Disabled, whose dots are double underscores in the environment of Linux.
    [Theory]
    [InlineData("AzureWebJobs.Hello.Disabled", "true", HttpStatusCode.NotFound)]
    [InlineData("AzureWebJobs:Hello:Disabled", "1", HttpStatusCode.NotFound)]
    [InlineData("AzureWebJobs.Hello.Disabled", "false", HttpStatusCode.OK)]
    [InlineData("AzureWebJobs.Other.Disabled", "true", HttpStatusCode.OK)]
    public async Task StartAsync_FunctionDisabledBySetting_IsNotServed(string setting, string value, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Hello)],
            Settings = { [setting] = value },
            Configure = builder => builder.ConfigureFunctionsWebApplication(),
        });

        using var answer = await app.Http.GetAsync(new Uri("/api/hello", UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
    }

    public sealed class Hello
    {
        [Function("Hello")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] HttpRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            return Results.Ok();
        }
    }
}
