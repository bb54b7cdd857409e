using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Durability;

public sealed class DurableFunctionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Calls _calls = new();
    private readonly ConcurrentQueue<string> _wrapped = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_StartsAnOrchestration_RunsItsActivities(bool evict)
    {
        await using var app = await StartAsync(evict);

        var response = await app.Http.PostAsJsonAsync("/api/orders", new Order("book", 3));

        var instance = (await response.Content.ReadAsStringAsync()).Trim('"');
        var done = await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal($"book×3 packed for {instance}, then shipped", done.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_Middleware_WrapsOrchestratorsAndActivitiesToo(bool evict)
    {
        await using var app = await StartAsync(evict);

        var instance = await app.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("OrderOrchestrator", new Order("pen", 1));
        var done = await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal(["Pack activityTrigger", "Ship activityTrigger"], _wrapped.Where(call => call.EndsWith("activityTrigger", StringComparison.Ordinal)));

        // Once for each replay, as on Azure.
        Assert.Equal(evict ? 3 : 1, _wrapped.Count(call => call == "OrderOrchestrator orchestrationTrigger"));
    }

    [Fact]
    public async Task Run_ActivityThrows_TheOrchestratorSeesTheFunctionsOwnException()
    {
        await using var app = await StartAsync();

        var instance = await app.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("CatchingOrchestrator");
        var done = await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true);

        Assert.Equal("System.IO.InvalidDataException: no such order", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Restart_OrchestrationWaits_GoesOn()
    {
        string instance;
        await using (var first = await StartAsync())
        {
            instance = await first.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("PatientOrchestrator");
            Assert.Equal("asked", await _calls.NextAsync());
        }

        await using var second = await StartAsync();
        await second.Runtime.Durable.RaiseEventAsync(instance, "Answer", "yes");

        var done = await second.Runtime.Durable.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true);
        Assert.Equal("yes", done.ReadOutputAs<string>());
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task Run_ActivityLongerThanFunctionTimeout_Fails()
    {
        await using var app = await StartAsync(hostJson: """{ "version": "2.0", "functionTimeout": "00:00:00.05" }""");

        var instance = await app.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("EndlessOrchestrator");
        var done = await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
    }

    private Task<TestApp> StartAsync(bool evict = false, string hostJson = TestAppSettings.QuickHostJson) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = [typeof(Starter), typeof(Orchestrators), typeof(Activities)],
        Folder = _folder.Path,
        HostJson = hostJson,
        Options = options => options.EvictAfterEachStep = evict,
        Configure = builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(_calls);
            builder.UseMiddleware((context, next) =>
            {
                var trigger = context.FunctionDefinition.InputBindings.Values.Single().Type;
                _wrapped.Enqueue($"{context.FunctionDefinition.Name} {trigger}");
                return next();
            });
        },
    });

    public sealed record Order(string Article, int Count);

    public sealed class Starter
    {
        [Function("Orders")]
        public static async Task<IResult> Orders(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] HttpRequest request,
            [Microsoft.Azure.Functions.Worker.Http.FromBody] Order order,
            [DurableClient] DurableTaskClient client,
            CancellationToken cancellation) =>
            TypedResults.Ok(await client.ScheduleNewOrchestrationInstanceAsync("OrderOrchestrator", order, cancellation));
    }

    public static class Orchestrators
    {
        [Function("OrderOrchestrator")]
        public static async Task<string> Order([OrchestrationTrigger] TaskOrchestrationContext context, Order order)
        {
            var packed = await context.CallActivityAsync<string>("Pack", order);
            return $"{packed}, then {await context.CallActivityAsync<string>("Ship")}";
        }

        [Function("CatchingOrchestrator")]
        public static async Task<string> Catching([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                return await context.CallActivityAsync<string>("Lose");
            }
            catch (TaskFailedException failure)
            {
                return $"{failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}";
            }
        }

        [Function("PatientOrchestrator")]
        public static async Task<string> Patient([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("Ask");
            return await context.WaitForExternalEvent<string>("Answer");
        }

        [Function("EndlessOrchestrator")]
        public static Task Endless([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Endless");
    }

    public sealed class Activities(Calls calls)
    {
        [Function("Pack")]
        public static Task<string> Pack([ActivityTrigger] Order order, string instanceId, FunctionContext context)
        {
            Assert.Equal("Pack", context.FunctionDefinition.Name);
            return Task.FromResult($"{order.Article}×{order.Count} packed for {instanceId}");
        }

        [Function("Ship")]
        public static string Ship([ActivityTrigger] FunctionContext context) => context.InvocationId.Length > 0 ? "shipped" : "lost";

        [Function("Lose")]
        public static string Lose([ActivityTrigger] object? nothing) => throw new InvalidDataException("no such order");

        [Function("Ask")]
        public void Ask([ActivityTrigger] object? nothing) => calls.Add("asked");

        [Function("Endless")]
        public static Task Endless([ActivityTrigger] object? nothing, CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);
    }
}
