using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class ReplaySafetyTests
{
    [Theory, EveryEngine]
    public async Task NewGuid_AcrossSteps_IsTheSameAtEachReplay(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<Guid, Guid>("EchoGuid", value => value);
            functions.Orchestrator("Main", async context =>
            {
                var first = context.NewGuid();
                var echoed = await context.CallActivityAsync<Guid>("EchoGuid", first);
                var second = context.NewGuid();
                var echoedAgain = await context.CallActivityAsync<Guid>("EchoGuid", second);
                return echoed == first && echoedAgain == second && first != second && first.Version == 5;
            });
        });

        Assert.True(await harness.RunAsync<bool>("Main"));
    }

    [Theory, EveryEngine]
    public async Task NewGuid_InstanceScheduledAgain_IsAnother(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context => Task.FromResult(context.NewGuid())));

        Assert.NotEqual(
            await harness.RunAsync<Guid>("Main", instanceId: "the-same"),
            await harness.RunAsync<Guid>("Main", instanceId: "the-same"));
    }

    [Theory, EveryEngine]
    public async Task CurrentUtcDateTime_AcrossSteps_IsTheSameAtEachReplay(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<DateTime, DateTime>("EchoTime", value => value);
            functions.Orchestrator("Main", async context =>
            {
                var first = context.CurrentUtcDateTime;
                var echoed = await context.CallActivityAsync<DateTime>("EchoTime", first);
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                var last = context.CurrentUtcDateTime;
                var echoedAgain = await context.CallActivityAsync<DateTime>("EchoTime", last);
                return echoed == first && echoedAgain == last && first < last && first.Kind == DateTimeKind.Utc;
            });
        });

        Assert.True(await harness.RunAsync<bool>("Main"));
    }

    [Theory, EveryEngine]
    public async Task ReplaySafeLogger_ManySteps_WritesEachMessageOnce(Engine engine)
    {
        using var loggers = new KeptMessages();
        await using var harness = await Harness.StartAsync(
            engine,
            functions =>
            {
                functions.Echo();
                functions.Orchestrator("Main", async context =>
                {
                    var logger = context.CreateReplaySafeLogger("Mine");
                    for (var i = 0; i < 5; i++)
                    {
                        logger.LogInformation("before {Step}", i);
                        await context.CallActivityAsync<int>("Echo", i);
                    }

                    logger.LogInformation("end");
                    return 1;
                });
            },
            loggers);

        await harness.RunAsync<int>("Main");

        Assert.Equal(["before 0", "before 1", "before 2", "before 3", "before 4", "end"], loggers.Of("Mine"));
    }

    [Theory, EveryEngine]
    public async Task IsReplaying_NewCode_IsFalse(Engine engine)
    {
        var replayed = 0;
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Orchestrator("Main", async context =>
            {
                Interlocked.Add(ref replayed, context.IsReplaying ? 1 : 0);
                await context.CallActivityAsync<int>("Echo", 1);
                await context.CallActivityAsync<int>("Echo", 2);
                return context.IsReplaying;
            });
        });

        Assert.False(await harness.RunAsync<bool>("Main"));
        Assert.Equal(engine == Engine.Live ? 0 : 2, replayed);
    }

    [Theory, EveryEngine]
    public async Task InstanceIdNameAndVersion_AreThoseOfTheSchedule(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context => Task.FromResult(
                $"{context.InstanceId} {context.Name} {context.Version} {context.CompareVersionTo("1.10")} {context.CompareVersionTo("1.2")}")));

        var id = await harness.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("one") { Version = "1.9" });

        Assert.Equal("one Main 1.9 -1 1", (await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }
}
