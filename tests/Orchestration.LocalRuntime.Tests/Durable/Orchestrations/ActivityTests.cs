using System.Text.Json;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class ActivityTests
{
    public sealed record Order(string Customer, int[] Amounts);

    [Theory, BothModes]
    public async Task Call_ActivityWithoutInputOrOutput_Completes(EngineMode mode)
    {
        var calls = 0;
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.AddActivity("Nothing", null, invocation =>
            {
                Interlocked.Increment(ref calls);
                Assert.Null(invocation.Input);
                Assert.Equal("the-instance", invocation.InstanceId);
                return Task.FromResult<object?>(null);
            });
            registry.Orchestrator("Main", async context => await context.CallActivityAsync<int?>("Nothing") is null);
        });

        Assert.True(await engine.RunAsync<bool>("Main", instanceId: "the-instance"));
        Assert.Equal(1, calls);
    }

    [Theory, BothModes]
    public async Task Call_UnknownActivity_FailsWithNearNames(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("RenderLot", value => value);
            registry.Activity<int, int>("PrepareCaisse", value => value);
            registry.Orchestrator("Main", context => context.CallActivityAsync<int>("RenderLots", 1));
        });

        var failure = (await engine.RunAsync("Main")).FailureDetails!.InnerFailure!;

        Assert.Equal("ActivityTaskNotFound", failure.ErrorType);
        Assert.Contains("'RenderLots'", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("'RenderLot'", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("PrepareCaisse", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Call_InputOfAnotherShape_FailsNamingTypeAndPath(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<Order, int>("Total", order => order.Amounts.Sum());
            registry.Orchestrator("Main", context =>
                context.CallActivityAsync<int>("Total", new { customer = "a", amounts = new object[] { 1, "two" } }));
        });

        var message = (await engine.RunAsync("Main")).FailureDetails!.InnerFailure!.ErrorMessage;

        Assert.Contains("The input of activity 'Total'", message, StringComparison.Ordinal);
        Assert.Contains(typeof(Order).ToString(), message, StringComparison.Ordinal);
        Assert.Contains("$.amounts[1]", message, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task GetInput_OfAnotherShape_FailsNamingTypeAndPath(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context => Task.FromResult(context.GetInput<Order>()!.Customer)));

        var failure = (await engine.RunAsync("Main", new { customer = new { name = "a" } })).FailureDetails!;

        Assert.True(failure.IsCausedBy<JsonException>());
        Assert.StartsWith($"The input of orchestrator 'Main' is not a {typeof(Order)}: at $.customer:", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Call_OutputOfAnotherShape_FailsNamingTypeAndPath(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, string>("Text", _ => "text");
            registry.Orchestrator("Main", context => context.CallActivityAsync<int>("Text", 1));
        });

        var message = (await engine.RunAsync("Main")).FailureDetails!.ErrorMessage;

        Assert.StartsWith("The output of activity 'Text' is not a System.Int32: at $:", message, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Call_ManyAtOnce_RunsNoMoreThanTheLimit(EngineMode mode)
    {
        const int Limit = 3;
        var (running, most) = (0, 0);
        var allThere = new TaskCompletionSource();
        await using var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.ActivityAsync<int, int>("Wait", async (value, cancellation) =>
                {
                    var now = Interlocked.Increment(ref running);
                    InterlockedMax(ref most, now);
                    if (now == Limit)
                    {
                        allThere.TrySetResult();
                    }

                    await allThere.Task.WaitAsync(cancellation);
                    Interlocked.Decrement(ref running);
                    return value;
                });
                registry.Orchestrator("Main", context =>
                    Task.WhenAll(Enumerable.Range(0, 20).Select(i => context.CallActivityAsync<int>("Wait", i))));
            },
            options => options.MaxConcurrentActivities = Limit);

        await engine.RunAsync<int[]>("Main");

        Assert.Equal(Limit, most);
    }

    [Theory, BothModes]
    public async Task Call_LongerThanTheFunctionTimeout_FailsAndIsCancelled(EngineMode mode)
    {
        var cancelled = new TaskCompletionSource();
        await using var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.ActivityAsync<int, int>("Hang", async (_, cancellation) =>
                {
                    cancellation.Register(cancelled.SetResult);
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    return 0;
                });
                registry.Orchestrator("Main", context => context.CallActivityAsync<int>("Hang", 1));
            },
            options => options.FunctionTimeout = TimeSpan.FromMilliseconds(20));

        var failed = await engine.RunAsync("Main");

        await cancelled.Task.WaitAsync(TestEngine.Patience);
        Assert.Equal("Timeout value of 00:00:00.0200000 exceeded by function 'Hang'.", failed.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; value > seen;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
