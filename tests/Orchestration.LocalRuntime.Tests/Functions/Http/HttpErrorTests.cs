using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Http;

public sealed class HttpErrorTests
{
    [Fact]
    public async Task Get_UnknownRoute_Is404()
    {
        await using var app = await TestApp.StartAsync(typeof(Faulty));

        await AssertProblemAsync(await app.Http.GetAsync("/api/nowhere"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_FunctionAnswers404WithoutBody_StaysAsItIs()
    {
        await using var app = await TestApp.StartAsync(typeof(Faulty));

        var response = await app.Http.GetAsync("/api/missing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Post_RouteOfGet_Is405()
    {
        await using var app = await TestApp.StartAsync(typeof(Faulty));

        var response = await app.Http.PostAsync("/api/fail", null);

        await AssertProblemAsync(response, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Get_FunctionThrows_Is500WithoutInternals()
    {
        await using var app = await TestApp.StartAsync(typeof(Faulty));

        var response = await app.Http.GetAsync("/api/fail");

        var body = await AssertProblemAsync(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(Faulty), body, StringComparison.Ordinal);
        Assert.Contains(app.Logs.Messages, message => message.Contains("the secret cause", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_BodyOverTheLimit_Is413()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Faulty)],
            Settings = { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "10" },
        });

        var response = await app.Http.PostAsync("/api/read", new StringContent("more than ten bytes"));

        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Get_LongerThanFunctionTimeout_IsCancelledAndFails()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Faulty)],
            HostJson = """{ "version": "2.0", "functionTimeout": "00:00:00.05" }""",
        });

        await AssertProblemAsync(await app.Http.GetAsync("/api/endless"), HttpStatusCode.InternalServerError);
        Assert.Contains(app.Logs.Messages, message => message.Contains("functionTimeout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_MoreRequestsThanTheLimit_Is429()
    {
        var gate = new Gate();
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Gated)],
            HostJson = """{ "version": "2.0", "extensions": { "http": { "maxConcurrentRequests": 1, "maxOutstandingRequests": 1 } } }""",
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddSingleton(gate);
            },
        });
        var first = app.Http.GetAsync("/api/Pass");
        await gate.Reached.Task;

        var second = await app.Http.GetAsync("/api/Pass");

        await AssertProblemAsync(second, HttpStatusCode.TooManyRequests);
        gate.Open.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Fact]
    public async Task StopAsync_RequestInFlight_LetsItFinish()
    {
        var gate = new Gate();
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Gated)],
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddSingleton(gate);
            },
        });
        var request = app.Http.GetAsync("/api/Pass");
        await gate.Reached.Task;

        var stopping = app.StopAsync();
        gate.Open.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await request).StatusCode);
        await stopping;
    }

    private static async Task<string> AssertProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>();
        Assert.Equal((int)expected, problem!.Status);
        return await response.Content.ReadAsStringAsync();
    }

    public sealed class Gate
    {
        public TaskCompletionSource Reached { get; } = new();

        public TaskCompletionSource Open { get; } = new();
    }

    public sealed class Faulty
    {
        [Function("Fail")]
        public static IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail")] HttpRequest request) =>
            throw new InvalidOperationException("the secret cause");

        [Function("Missing")]
        public static IResult Missing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "missing")] HttpRequest request) =>
            TypedResults.NotFound();

        [Function("Read")]
        public static async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "read")] HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return TypedResults.Text(await reader.ReadToEndAsync());
        }

        [Function("Endless")]
        public static Task Endless([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "endless")] HttpRequest request, CancellationToken cancellation) =>
            Task.Delay(Timeout.Infinite, cancellation);
    }

    public sealed class Gated(Gate gate)
    {
        [Function("Pass")]
        public async Task<IResult> Pass([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            gate.Reached.SetResult();
            await gate.Open.Task;
            return TypedResults.Ok();
        }
    }
}
