using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class ReplaySafetyTests
{
    [Theory, BothModes]
    public async Task NewGuid_AcrossSteps_IsTheSameAtEachReplay(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<Guid, Guid>("Echo", value => value);
            registry.Orchestrator("Main", async context =>
            {
                var first = context.NewGuid();
                var echoed = await context.CallActivityAsync<Guid>("Echo", first);
                var second = context.NewGuid();
                var echoedAgain = await context.CallActivityAsync<Guid>("Echo", second);
                return echoed == first && echoedAgain == second && first != second && first.Version == 5;
            });
        });

        Assert.True(await engine.RunAsync<bool>("Main"));
    }

    [Fact]
    public async Task NewGuid_LiveOrReplayed_IsTheSame()
    {
        var guids = new List<Guid>();
        foreach (var mode in (EngineMode[])[EngineMode.Live, EngineMode.Replayed])
        {
            await using var engine = await TestEngine.StartAsync(mode, registry =>
            {
                registry.Activity<int, int>("Step", value => value);
                registry.Orchestrator("Main", async context =>
                {
                    await context.CallActivityAsync<int>("Step", 1);
                    return context.NewGuid();
                });
            });
            guids.Add(await engine.RunAsync<Guid>("Main", instanceId: "the-same"));
        }

        Assert.Equal(guids[0], guids[1]);
    }

    [Fact]
    public async Task NewGuid_InstanceScheduledAgainAtTheSameMoment_IsAnother()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, registry =>
            registry.Orchestrator("Main", context => Task.FromResult(context.NewGuid())));

        Assert.NotEqual(
            await engine.RunAsync<Guid>("Main", instanceId: "the-same"),
            await engine.RunAsync<Guid>("Main", instanceId: "the-same"));
    }

    [Theory, BothModes]
    public async Task CurrentUtcDateTime_WithinAndAcrossTurns_FollowsBusinessTime(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Step", value => value);
            registry.Orchestrator("Main", async context =>
            {
                var times = new List<DateTime> { context.CurrentUtcDateTime };
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                times.Add(context.CurrentUtcDateTime);
                await context.CallActivityAsync<int>("Step", 1);
                times.Add(context.CurrentUtcDateTime);
                return times.Select(time => (time - times[0]).TotalHours).Append((int)times[0].Kind);
            });
        });

        Assert.Equal(new[] { 0, 1, 1, (double)DateTimeKind.Utc }, await engine.RunAsync<double[]>("Main"));
    }

    [Theory, BothModes]
    public async Task ReplaySafeLogger_ManySteps_WritesEachMessageOnce(EngineMode mode)
    {
        using var loggers = new RecordingLoggers();
        await using var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.Activity<int, int>("Step", value => value);
                registry.Orchestrator("Main", async context =>
                {
                    var logger = context.CreateReplaySafeLogger("Mine");
                    for (var i = 0; i < 5; i++)
                    {
                        logger.LogInformation("before {Step}", i);
                        await context.CallActivityAsync<int>("Step", i);
                    }

                    logger.LogInformation("end");
                });
            },
            loggers: loggers);

        await engine.RunAsync<object>("Main");

        Assert.Equal(
            ["Mine: before 0", "Mine: before 1", "Mine: before 2", "Mine: before 3", "Mine: before 4", "Mine: end"],
            loggers.Of("Mine"));
    }

    [Theory, BothModes]
    public async Task IsReplaying_NewCode_IsFalse(EngineMode mode)
    {
        var replayed = 0;
        await using var engine = await TestEngine.StartAsync(mode, registry =>
        {
            registry.Activity<int, int>("Step", value => value);
            registry.Orchestrator("Main", async context =>
            {
                replayed += context.IsReplaying ? 1 : 0;
                await context.CallActivityAsync<int>("Step", 1);
                await context.CallActivityAsync<int>("Step", 2);
                return context.IsReplaying;
            });
        });

        Assert.False(await engine.RunAsync<bool>("Main"));
        Assert.Equal(mode == EngineMode.Live ? 0 : 2, replayed);
    }
}
