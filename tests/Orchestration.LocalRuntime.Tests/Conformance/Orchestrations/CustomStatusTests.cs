using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class CustomStatusTests
{
    private const int LargestText = (16 * 1024 / 2) - 2;

    [Theory, EveryEngine]
    public async Task SetCustomStatus_WhileRunning_ShowsTheLastOne(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                context.SetCustomStatus(new { Sent = 12 });
                context.SetCustomStatus("last");
                await context.WaitForExternalEvent<int>("go");
                context.SetCustomStatus(new { Sent = 13 });
                return 1;
            }));
        var id = await harness.ScheduleAsync("Main");
        await harness.ReachedAsync(id, "last");

        await harness.Client.RaiseEventAsync(id, "go", 0);

        Assert.Equal("""{"sent":13}""", (await harness.CompletionAsync(id)).SerializedCustomStatus);
    }

    [Theory, EveryEngine]
    public async Task SetCustomStatus_Null_ClearsIt(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                context.SetCustomStatus("set");
                await context.WaitForExternalEvent<int>("go");
                context.SetCustomStatus(null);
                return 1;
            }));
        var id = await harness.ScheduleAsync("Main");
        await harness.ReachedAsync(id, "set");

        await harness.Client.RaiseEventAsync(id, "go", 0);

        Assert.True(string.IsNullOrEmpty((await harness.CompletionAsync(id)).SerializedCustomStatus));
    }

    [Theory, EveryEngine(OriginalDiffers = "the limit of 16 KB is the Functions extension's; the in-process host has none")]
    public async Task SetCustomStatus_OverTheLimit_Throws(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context =>
            {
                context.SetCustomStatus(new string('a', LargestText));
                Assert.Throws<ArgumentException>(() => context.SetCustomStatus(new string('a', LargestText + 1)));
                return Task.CompletedTask;
            }));

        Assert.Equal(LargestText, (await harness.RunAsync("Main")).ReadCustomStatusAs<string>()!.Length);
    }
}
