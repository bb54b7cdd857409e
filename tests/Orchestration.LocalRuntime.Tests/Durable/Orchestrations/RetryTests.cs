using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class RetryTests
{
    private int _calls;

    [Theory, BothModes]
    public async Task Policy_FailsThenSucceeds_WaitsLongerEachTime(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            FailingActivity(registry, failures: 4);
            registry.Orchestrator("Main", async context =>
            {
                var policy = new RetryPolicy(
                    maxNumberOfAttempts: 5, TimeSpan.FromHours(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(3));
                await context.CallActivityAsync<int>("Flaky", "input", new TaskOptions(policy));
                return context.CurrentUtcDateTime;
            });
        });

        // 1, 2, then 3 instead of 4 and 8.
        Assert.Equal(TestEngine.Begin.AddHours(1 + 2 + 3 + 3).UtcDateTime, await engine.RunAsync<DateTime>("Main"));
        Assert.Equal(5, _calls);
    }

    [Theory, BothModes]
    public async Task Policy_TimeoutPassed_StopsBeforeTheAttemptsAreUsedUp(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            FailingActivity(registry, failures: int.MaxValue);
            registry.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>(
                    "Flaky", "input", new TaskOptions(new RetryPolicy(100, TimeSpan.FromMinutes(10), retryTimeout: TimeSpan.FromMinutes(25)))));
                return context.CurrentUtcDateTime;
            });
        });

        // Attempts at 0, 10, 20 and 30 minutes; at 30 the 25 minutes are over.
        Assert.Equal(TestEngine.Begin.AddMinutes(30).UtcDateTime, await engine.RunAsync<DateTime>("Main"));
        Assert.Equal(4, _calls);
    }

    [Theory, BothModes]
    public async Task Handler_Awaits_DecidesWithWhatItKnows(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            FailingActivity(registry, failures: int.MaxValue);
            registry.Orchestrator("Main", async context =>
            {
                var seen = new List<string>();
                var options = TaskOptions.FromRetryHandler(async retry =>
                {
                    seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalMinutes}");
                    await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(5), retry.CancellationToken);
                    return retry.LastAttemptNumber < 3;
                });
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>("Flaky", "input", options));
                return seen;
            });
        });

        Assert.Equal(
            new[] { "1 failure 1 on input 0", "2 failure 2 on input 5", "3 failure 3 on input 10" },
            await engine.RunAsync<string[]>("Main"));
    }

    private void FailingActivity(TaskRegistry registry, int failures) => registry.Activity<string, int>("Flaky", input =>
    {
        var call = Interlocked.Increment(ref _calls);
        return call <= failures ? throw new InvalidDataException($"failure {call} on {input}") : call;
    });
}
