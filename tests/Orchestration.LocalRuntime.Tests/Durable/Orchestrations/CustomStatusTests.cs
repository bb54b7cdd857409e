using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Orchestrations;

public class CustomStatusTests
{
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
}
