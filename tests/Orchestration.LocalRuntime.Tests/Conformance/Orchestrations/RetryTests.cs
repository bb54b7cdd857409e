using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class RetryTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private int _calls;

    [Theory, EveryEngine]
    public async Task Policy_FailsThenSucceeds_WaitsLongerEachTime(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: 4);
            functions.Orchestrator("Main", async context =>
            {
                var begin = context.CurrentUtcDateTime;
                var policy = new RetryPolicy(5, Interval, backoffCoefficient: 2, maxRetryInterval: 3 * Interval);
                await context.CallActivityAsync<int>("Flaky", "input", new TaskOptions(policy));
                return context.CurrentUtcDateTime - begin;
            });
        });

        // 1, 2, then 3 instead of 4 and 8.
        Assert.True(await harness.RunAsync<TimeSpan>("Main") >= (1 + 2 + 3 + 3) * Interval);
        Assert.Equal(5, _calls);
    }

    [Theory, EveryEngine]
    public async Task Policy_AttemptsUsedUp_ThrowsTheLastFailure(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: int.MaxValue);
            functions.Orchestrator("Main", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>(
                    "Flaky", "input", TaskOptions.FromRetryPolicy(new RetryPolicy(3, Interval))));
                return failed.FailureDetails.ErrorMessage;
            });
        });

        Assert.Equal("failure 3 on input", await harness.RunAsync<string>("Main"));
        Assert.Equal(3, _calls);
    }

    [Theory, EveryEngine]
    public async Task Policy_FailureNotWorthRetrying_ThrowsAtOnce(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: int.MaxValue);
            functions.Orchestrator("Main", async context =>
            {
                var policy = new RetryPolicy(5, Interval) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };
                await Assert.ThrowsAsync<TaskFailedException>(
                    () => context.CallActivityAsync<int>("Flaky", "input", new TaskOptions(policy)));
                return 1;
            });
        });

        await harness.RunAsync<int>("Main");

        Assert.Equal(1, _calls);
    }

    [Theory, EveryEngine]
    public async Task Policy_TimeoutPassed_StopsBeforeTheAttemptsAreUsedUp(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: int.MaxValue);
            functions.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>(
                    "Flaky", "input", new TaskOptions(new RetryPolicy(1000, Interval, retryTimeout: 5 * Interval))));
                return 1;
            });
        });

        await harness.RunAsync<int>("Main");

        Assert.InRange(_calls, 2, 7);
    }

    [Theory, EveryEngine]
    public async Task Handler_Awaits_DecidesWithWhatItKnows(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: int.MaxValue);
            functions.Orchestrator("Main", async context =>
            {
                var seen = new List<string>();
                var options = TaskOptions.FromRetryHandler(async retry =>
                {
                    seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime >= (retry.LastAttemptNumber - 1) * Interval}");
                    await retry.OrchestrationContext.CreateTimer(Interval, retry.CancellationToken);
                    return retry.LastAttemptNumber < 3;
                });
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>("Flaky", "input", options));
                return seen;
            });
        });

        Assert.Equal(
            new[] { "1 failure 1 on input True", "2 failure 2 on input True", "3 failure 3 on input True" },
            await harness.RunAsync<string[]>("Main"));
    }

    [Theory, EveryEngine]
    public async Task Policy_OnASubOrchestration_RunsItAgainUnderItsId(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: 2);
            functions.Orchestrator("Child", context => context.CallActivityAsync<int>("Flaky", "input"));
            functions.Orchestrator("Main", context => context.CallSubOrchestratorAsync<int>(
                "Child", options: new SubOrchestrationOptions(new RetryPolicy(3, Interval), "child")));
        });

        Assert.Equal(3, await harness.RunAsync<int>("Main"));
        Assert.Equal(2, await harness.Client.GetAllInstancesAsync().CountAsync());
    }

    [Fact]
    public void RetryPolicy_ValuesOutOfRange_Throws()
    {
        var second = TimeSpan.FromSeconds(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, second));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, second, backoffCoefficient: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, second, maxRetryInterval: second / 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, second, retryTimeout: second / 2));
        Assert.Equal(TimeSpan.FromHours(1), new RetryPolicy(1, second).MaxRetryInterval);
        Assert.Equal(Timeout.InfiniteTimeSpan, new RetryPolicy(1, second).RetryTimeout);
    }

    [Theory, EveryEngine]
    public async Task Policy_ItsHandlerThrows_ThrowsTheFailureOfTheTask(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            FailingActivity(functions, failures: int.MaxValue);
            functions.Orchestrator("Main", async context =>
            {
                var policy = new RetryPolicy(5, Interval) { HandleFailure = _ => throw new TimeoutException("handler") };
                var failed = await Assert.ThrowsAsync<TaskFailedException>(
                    () => context.CallActivityAsync<int>("Flaky", "input", new TaskOptions(policy)));
                return failed.FailureDetails.ErrorMessage;
            });
        });

        Assert.Equal("failure 1 on input", await harness.RunAsync<string>("Main"));
    }

    [Theory, EveryEngine]
    public async Task Policy_NameThatNobodyKnows_IsNotTriedAgain(Engine engine)
    {
        var policy = new TaskOptions(new RetryPolicy(5, TimeSpan.FromDays(1)));
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var begin = context.CurrentUtcDateTime;
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>("Missing", 1, policy));
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Missing", 1, policy));
                return context.CurrentUtcDateTime - begin < TimeSpan.FromDays(1);
            }));

        Assert.True(await harness.RunAsync<bool>("Main"));
    }

    private void FailingActivity(IFunctions functions, int failures) => functions.Activity<string, int>("Flaky", input =>
    {
        var call = Interlocked.Increment(ref _calls);
        return call <= failures ? throw new InvalidDataException($"failure {call} on {input}") : call;
    });
}
