using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Clients;

public class ScheduleTests
{
    [Theory, BothModes]
    public async Task Schedule_ReplacesAChild_ItsParentGetsAFailure(EngineMode mode)
    {
        await using var engine = await StartAsync(mode);
        var parent = await engine.ScheduleAsync("Parent");
        await engine.Client.WaitForInstanceStartAsync("child");

        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Finish", 5, new StartOrchestrationOptions("child") { DedupeStatuses = [] });

        Assert.Equal("OrchestrationReplaced", (await engine.CompletionAsync(parent)).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Schedule_ContradictingStatuses_Throws()
    {
        await using var engine = await StartAsync(EngineMode.Live);
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated);

        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync("Finish", options));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Finish", new StartOrchestrationOptions("one") { DedupeStatuses = ["Sleeping"] }));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("@a")]
    [InlineData("")]
    public async Task Schedule_BadId_Throws(string instanceId)
    {
        await using var engine = await StartAsync(EngineMode.Live);

        await Assert.ThrowsAsync<ArgumentException>(() => engine.ScheduleAsync("Finish", 1, instanceId));
    }

    [Fact]
    public async Task Schedule_IdOfAHundredCharacters_IsTheLongest()
    {
        await using var engine = await StartAsync(EngineMode.Live);

        Assert.Equal(1, await engine.RunAsync<int>("Finish", 1, new string('a', 100)));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.ScheduleAsync("Finish", 1, new string('a', 101)));
    }

    [Theory, BothModes]
    public async Task Schedule_UnknownOrchestrator_FailsTheInstanceWithNearNames(EngineMode mode)
    {
        await using var engine = await StartAsync(mode);

        var failed = await engine.RunAsync("Finnish");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("OrchestratorTaskNotFound", failed.FailureDetails!.ErrorType);
        Assert.Contains("'Finish'", failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsupported_TagsRestartRewindEntities_SaySo()
    {
        await using var engine = await StartAsync(EngineMode.Live);
        var tagged = new StartOrchestrationOptions { Tags = new Dictionary<string, string> { ["a"] = "b" } };

        await Assert.ThrowsAsync<NotSupportedException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync("Finish", tagged));
        await Assert.ThrowsAsync<NotSupportedException>(() => engine.Client.RestartAsync("one"));
        await Assert.ThrowsAsync<NotSupportedException>(() => engine.Client.RewindInstanceAsync("one", "why"));
        Assert.Throws<NotSupportedException>(() => engine.Client.Entities);
    }

    private static Task<TestEngine> StartAsync(EngineMode mode) => TestEngine.StartAsync(mode, registry =>
    {
        registry.Orchestrator("Finish", context => Task.FromResult(context.GetInput<int>()));
        registry.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));
        registry.Orchestrator("Parent", context => context.CallSubOrchestratorAsync(
            "Wait", options: new SubOrchestrationOptions(instanceId: "child")));
    });
}
