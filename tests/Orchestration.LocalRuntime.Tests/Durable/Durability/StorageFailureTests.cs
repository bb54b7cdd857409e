using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

public class StorageFailureTests
{
    [Theory, BothModes]
    public async Task Commit_FailsForAWhile_TheTurnIsTakenAgainAndNothingIsLost(EngineMode mode)
    {
        var failures = 0;
        using var loggers = new RecordingLoggers();
        await using var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.Activity<int, int>("Increment", value => value + 1);
                registry.Orchestrator("Main", async context =>
                {
                    var value = 0;
                    for (var i = 0; i < 5; i++)
                    {
                        value = await context.CallActivityAsync<int>("Increment", value);
                    }

                    return value;
                });
            },
            options =>
            {
                options.SystemTime = new InstantTimeProvider();
                options.Crash = point => point == CrashPoint.BeforeCommit && Interlocked.Decrement(ref failures) >= 0
                    ? throw new IOException("disk full")
                    : false;
            },
            loggers);
        await engine.ScheduleAsync("Main", instanceId: "one");
        Interlocked.Exchange(ref failures, 6);

        Assert.Equal(5, (await engine.CompletionAsync("one")).ReadOutputAs<int>());
        Assert.Contains(loggers.Messages, message => message.Contains("(disk full)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commit_Fails_TheClientIsToldAndTheEngineGoesOn()
    {
        var fails = false;
        await using var engine = await TestEngine.StartAsync(
            EngineMode.Live,
            registry => registry.Orchestrator("Main", _ => Task.FromResult(1)),
            options => options.Crash = point => point == CrashPoint.BeforeCommit && fails ? throw new IOException("disk full") : false);
        fails = true;
        await Assert.ThrowsAsync<IOException>(() => engine.ScheduleAsync("Main", instanceId: "one"));
        fails = false;

        Assert.Null(await engine.Client.GetInstanceAsync("one"));
        Assert.Equal(1, await engine.RunAsync<int>("Main", instanceId: "one"));
    }
}
