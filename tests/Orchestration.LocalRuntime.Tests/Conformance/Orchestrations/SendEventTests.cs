using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class SendEventTests
{
    [Theory, EveryEngine]
    public async Task SendEvent_ToAnotherInstance_ReachesIt(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("hello"));
            functions.Orchestrator("Sender", context =>
            {
                context.SendEvent("receiver", "hello", $"from {context.InstanceId}");
                context.SendEvent("missing", "hello", "nobody");
                return Task.CompletedTask;
            });
        });
        await harness.ScheduleAsync("Receiver", instanceId: "receiver");

        await harness.RunAsync<object>("Sender", instanceId: "sender");

        Assert.Equal("from sender", (await harness.CompletionAsync("receiver")).ReadOutputAs<string>());
    }

    [Theory, EveryEngine]
    public async Task SendEvent_BackAndForth_AlternatesManyTimes(Engine engine)
    {
        const int Rounds = 20;
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator<string, int>("Player", async (context, opponent) =>
            {
                var ball = 0;
                for (var i = 0; i < Rounds; i++)
                {
                    ball = await context.WaitForExternalEvent<int>("ball") + 1;
                    context.SendEvent(opponent, "ball", ball);
                }

                return ball;
            }));
        await harness.ScheduleAsync("Player", "b", "a");
        await harness.ScheduleAsync("Player", "a", "b");

        await harness.Client.RaiseEventAsync("a", "ball", 0);

        Assert.Equal((2 * Rounds) - 1, (await harness.CompletionAsync("a")).ReadOutputAs<int>());
        Assert.Equal(2 * Rounds, (await harness.CompletionAsync("b")).ReadOutputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task SendEvent_ToItself_IsReadLater(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Orchestrator("Main", async context =>
            {
                context.SendEvent(context.InstanceId, "self", 3);
                return await context.CallActivityAsync<int>("Echo", 1) + await context.WaitForExternalEvent<int>("self");
            });
        });

        Assert.Equal(4, await harness.RunAsync<int>("Main"));
    }
}
