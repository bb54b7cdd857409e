using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Http;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Get_Middleware_WrapsInTheOrderOfItsRegistration()
    {
        var calls = new Calls();
        await using var app = await StartAsync(calls, builder => builder.ConfigureFunctionsWebApplication()
            .UseMiddleware<Outer>()
            .UseMiddleware(async (context, next) =>
            {
                calls.Add($"inner before {context.GetHttpContext()!.Request.Path}");
                await next();
                calls.Add("inner after");
            }));

        await app.Http.GetAsync("/api/Work");

        Assert.Equal(["outer before", "inner before /api/Work", "function", "inner after", "outer after"], await calls.NextAsync(5));
    }

    [Fact]
    public async Task Get_MiddlewareAnswers_FunctionDoesNotRun()
    {
        var calls = new Calls();
        await using var app = await StartAsync(calls, builder => builder.ConfigureFunctionsWebApplication().UseMiddleware((context, _) =>
        {
            context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }));

        var response = await app.Http.GetAsync("/api/Work");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        calls.AssertNoMore();
    }

    [Fact]
    public async Task Get_MiddlewareBeforeConfigureFunctionsWebApplication_SeesNoRequest()
    {
        var calls = new Calls();
        await using var app = await StartAsync(calls, builder =>
        {
            builder.UseMiddleware((context, next) =>
            {
                calls.Add(context.GetHttpContext() is null ? "no request" : "request");
                return next();
            });
            builder.ConfigureFunctionsWebApplication();
        });

        await app.Http.GetAsync("/api/Work");

        Assert.Equal(["no request", "function"], await calls.NextAsync(2));
    }

    [Fact]
    public async Task Get_MiddlewareMapsAnException_AnswersInsteadOf500()
    {
        await using var app = await StartAsync(new Calls(), builder => builder.ConfigureFunctionsWebApplication().UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (NotSupportedException)
            {
                context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status418ImATeapot;
            }
        }));

        Assert.Equal((HttpStatusCode)418, (await app.Http.GetAsync("/api/Refuse")).StatusCode);
    }

    [Fact]
    public async Task Get_UseWhen_RunsOnlyWhereItsPredicateHolds()
    {
        var calls = new Calls();
        await using var app = await StartAsync(calls, builder => builder.ConfigureFunctionsWebApplication()
            .UseWhen<Outer>(context => context.FunctionDefinition.Name == "Other"));

        await app.Http.GetAsync("/api/Work");
        await app.Http.GetAsync("/api/Other");

        Assert.Equal(["function", "outer before", "other", "outer after"], await calls.NextAsync(4));
    }

    [Fact]
    public async Task Run_MessageAndBlob_AreWrappedToo()
    {
        var account = await TestStorage.TakeAccountAsync();
        await (await account.Queues.CreateQueueAsync("letters")).Value.SendMessageAsync("hello");
        await (await account.Blobs.CreateBlobContainerAsync("inbox")).Value.UploadBlobAsync("a", BinaryData.FromString(""));
        var calls = new Calls();
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Listener)],
            Account = account,
            Configure = builder => builder.UseMiddleware(async (context, next) =>
            {
                await next();
                calls.Add(context.FunctionDefinition.InputBindings.Values.Single().Type);
            }),
        });

        Assert.Equal(["blobTrigger", "queueTrigger"], (await calls.NextAsync(2)).Order());
    }

    private static Task<TestApp> StartAsync(Calls calls, Action<FunctionsApplicationBuilder> configure) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = [typeof(Worker)],
        Configure = builder =>
        {
            builder.Services.AddSingleton(calls);
            configure(builder);
        },
    });

    public sealed class Outer(Calls calls) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            calls.Add("outer before");
            await next(context);
            calls.Add("outer after");
        }
    }

    public static class Listener
    {
        [Function("Listen")]
        public static void Listen([QueueTrigger("letters", Connection = "Data")] string text)
        {
        }

        [Function("Watch")]
        public static void Watch([BlobTrigger("inbox/{name}", Connection = "Data")] string text)
        {
        }
    }

    public sealed class Worker(Calls calls)
    {
        [Function("Work")]
        public void Work([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => calls.Add("function");

        [Function("Other")]
        public void Other([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => calls.Add("other");

        [Function("Refuse")]
        public void Refuse([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => throw new NotSupportedException();
    }
}
