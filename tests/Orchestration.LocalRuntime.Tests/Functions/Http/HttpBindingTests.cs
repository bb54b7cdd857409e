using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Tests.Support;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace Orchestration.LocalRuntime.Tests.Functions.Http;

public sealed class HttpBindingTests
{
    [Theory]
    [InlineData("/api/result", "result")]
    [InlineData("/api/action", "action")]
    [InlineData("/api/static", "static")]
    [InlineData("/api/plain", "plain")]
    [InlineData("/api/nothing", "written by hand")]
    public async Task Get_EachKindOfResult_IsWritten(string path, string expected)
    {
        await using var app = await TestApp.StartAsync(typeof(Results));

        Assert.Equal(expected, await app.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task Get_ActionResultWithObject_IsCamelCaseJson()
    {
        await using var app = await TestApp.StartAsync(typeof(Results));

        var response = await app.Http.GetAsync("/api/json");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"firstName":"Ada"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_RouteParameters_BindByNameToTheirTypes()
    {
        await using var app = await TestApp.StartAsync(typeof(Routes));

        Assert.Equal(
            "751 2027-04-27 Friday BindByName",
            await app.Http.GetStringAsync("/api/caisses/751/2027-04-27/friday"));
    }

    [Fact]
    public async Task Get_OptionalRouteParameterAbsent_IsNull()
    {
        await using var app = await TestApp.StartAsync(typeof(Routes));

        Assert.Equal("null", await app.Http.GetStringAsync("/api/pages"));
        Assert.Equal("3", await app.Http.GetStringAsync("/api/pages/3"));
    }

    [Fact]
    public async Task Get_RouteParameterOfTheWrongType_Fails()
    {
        await using var app = await TestApp.StartAsync(typeof(Routes));

        var response = await app.Http.GetAsync("/api/pages/three");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(app.Logs.Messages, message => message.Contains("'three' is not a valid Int32", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_JsonBody_Binds()
    {
        await using var app = await TestApp.StartAsync(typeof(Bodies));

        var response = await app.Http.PostAsJsonAsync("/api/people", new { firstName = "Ada" });

        Assert.Equal("Ada", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("firstName=Ada", "text/plain")]
    public async Task Post_BodyThatDoesNotFit_Fails(string body, string contentType)
    {
        await using var app = await TestApp.StartAsync(typeof(Bodies));

        var response = await app.Http.PostAsync("/api/people", new StringContent(body, Encoding.UTF8, contentType));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(app.Logs.Messages, message => message.Contains(nameof(FunctionInputConverterException), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_FunctionClass_IsMadeFromAScopePerInvocation()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Scoped)],
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddScoped<Counter>().AddSingleton<Calls>();
            },
        });

        Assert.Equal("1 same", await app.Http.GetStringAsync("/api/Count"));
        Assert.Equal("1 same", await app.Http.GetStringAsync("/api/Count"));
        Assert.Equal(["disposed", "disposed"], await app.Services.GetRequiredService<Calls>().NextAsync(2));
    }

    [Fact]
    public async Task Get_CallerGoesAway_CancelsTheFunction()
    {
        var calls = new Calls();
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Endless)],
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddSingleton(calls);
            },
        });
        using var caller = new CancellationTokenSource();
        var request = app.Http.GetAsync("/api/Wait", caller.Token);
        Assert.Equal("waiting", await calls.NextAsync());

        await caller.CancelAsync();

        Assert.Equal("cancelled", await calls.NextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    public sealed record Person(string FirstName);

    public sealed class Counter
    {
        public int Value { get; set; }
    }

    public sealed class Results
    {
        [Function("Result")]
        public static async Task<IResult> Result([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "result")] HttpRequest request)
        {
            await Task.Yield();
            return TypedResults.Text("result");
        }

        [Function("Action")]
        public static IActionResult Action([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request) =>
            new ContentResult { Content = "action" };

        [Function("Static")]
        public static ValueTask<IResult> Static([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "static")] HttpRequest request) =>
            new(TypedResults.Text("static"));

        [Function("Plain")]
        public static ContentResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain")] HttpRequest request) =>
            new() { Content = "plain" };

        [Function("Nothing")]
        public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) =>
            request.HttpContext.Response.WriteAsync("written by hand");

        [Function("Json")]
        public static IActionResult Json([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "json")] HttpRequest request) =>
            new AcceptedResult("/api/json", new Person("Ada"));
    }

    public sealed class Routes
    {
        [Function("BindByName")]
        public static IResult BindByName(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "caisses/{code}/{date}/{day}")] HttpRequest request,
            string code,
            DateOnly date,
            DayOfWeek day,
            FunctionContext context) =>
            TypedResults.Text($"{code} {date:yyyy-MM-dd} {day} {context.FunctionDefinition.Name}");

        [Function("Pages")]
        public static IResult Pages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{page?}")] HttpRequest request, int? page) =>
            TypedResults.Text(page?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    public sealed class Bodies
    {
        [Function("People")]
        public static IResult People(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "people")] HttpRequest request, [FromBody] Person person) =>
            TypedResults.Text(person.FirstName);
    }

    public sealed class Scoped(Counter counter, Calls calls) : IDisposable
    {
        [Function("Count")]
        public IResult Count([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context)
        {
            var same = ReferenceEquals(counter, context.InstanceServices.GetRequiredService<Counter>());
            return TypedResults.Text($"{++counter.Value} {(same ? "same" : "another")}");
        }

        public void Dispose() => calls.Add("disposed");
    }

    public sealed class Endless(Calls calls)
    {
        [Function("Wait")]
        public async Task Wait([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken cancellation)
        {
            calls.Add("waiting");
            var cancelled = new TaskCompletionSource();
            await using var registration = cancellation.Register(cancelled.SetResult);
            await cancelled.Task;
            calls.Add("cancelled");
        }
    }
}
