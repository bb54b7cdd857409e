using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class ReplaySafetyTests
{
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
}
