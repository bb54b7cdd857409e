using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class CustomStatusTests
{
    private const int LargestText = (16 * 1024 / 2) - 2;

    [Theory, BothModes]
    public async Task SetCustomStatus_WhileRunning_ShowsTheLastOne(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", async context =>
            {
                context.SetCustomStatus("first");
                context.SetCustomStatus(new { Sent = 12 });
                await context.WaitForExternalEvent<int>("go");
                context.SetCustomStatus(null);
            }));
        var id = await engine.ScheduleAsync("Main");
        await engine.Client.WaitForInstanceStartAsync(id);

        Assert.Equal("""{"sent":12}""", (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedCustomStatus);
        Assert.Null((await engine.Client.GetInstanceAsync(id))!.SerializedCustomStatus);

        await engine.Client.RaiseEventAsync(id, "go", 0);
        Assert.Null((await engine.CompletionAsync(id)).SerializedCustomStatus);
    }

    [Theory, BothModes]
    public async Task SetCustomStatus_OverTheLimit_Throws(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(mode, registry =>
            registry.Orchestrator("Main", context =>
            {
                context.SetCustomStatus(new string('a', LargestText));
                Assert.Throws<ArgumentException>(() => context.SetCustomStatus(new string('a', LargestText + 1)));
                return Task.CompletedTask;
            }));

        Assert.Equal(LargestText, (await engine.RunAsync("Main")).ReadCustomStatusAs<string>()!.Length);
    }
}
