using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Clients;

public class ScheduleTests
{
    private const string Replaces = "the in-process host replaces a running instance of the same id";

    [Theory, EveryEngine]
    public async Task Schedule_NoId_GivesOne(Engine engine)
    {
        await using var harness = await StartAsync(engine);

        var id = await harness.ScheduleAsync("Finish", 3);

        Assert.Equal(32, id.Length);
        Assert.Equal(3, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, EveryEngine(OriginalDiffers = Replaces)]
    public async Task Schedule_IdOfAnUnfinishedInstance_IsRefused(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Wait", instanceId: "one");

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => harness.ScheduleAsync("Wait", instanceId: "one"));

        Assert.Contains("'one'", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine(OriginalDiffers = Replaces)]
    public async Task Schedule_ManyConcurrentlyWithOneId_ExactlyOneWins(Engine engine)
    {
        await using var harness = await StartAsync(engine);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            try
            {
                await harness.ScheduleAsync("Wait", instanceId: "one");
                return true;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return false;
            }
        }));

        Assert.Single(attempts, won => won);
    }

    [Theory, EveryEngine]
    public async Task Schedule_IdOfAFinishedInstance_ReplacesIt(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync<int>("Finish", 1, "one");

        Assert.Equal(2, await harness.RunAsync<int>("Finish", 2, "one"));
    }

    [Theory, EveryEngine]
    public async Task Schedule_FinishedStatusDeduplicated_IsRefused(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync<int>("Finish", 1, "one");
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => harness.Client.ScheduleNewOrchestrationInstanceAsync("Finish", options));
    }

    [Theory, EveryEngine]
    public async Task Schedule_NothingDeduplicated_ReplacesARunningInstance(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Wait", instanceId: "one");
        await harness.Client.WaitForInstanceStartAsync("one");

        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Finish", 5, new StartOrchestrationOptions("one") { DedupeStatuses = [] });

        Assert.Equal(5, (await harness.CompletionAsync("one")).ReadOutputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task Schedule_UnknownStatusDeduplicated_Throws(Engine engine)
    {
        await using var harness = await StartAsync(engine);

        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.ScheduleNewOrchestrationInstanceAsync(
            "Finish", new StartOrchestrationOptions("one") { DedupeStatuses = ["Sleeping"] }));
    }

    [Theory, EveryEngine]
    public async Task Schedule_UnknownOrchestrator_FailsTheInstance(Engine engine)
    {
        await using var harness = await StartAsync(engine);

        var failed = await harness.RunAsync("Missing");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("OrchestratorTaskNotFound", failed.FailureDetails!.ErrorType);
        Assert.Contains("'Missing'", failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Schedule_OrchestratorThrows_FailsTheInstanceWithItsException(Engine engine)
    {
        await using var harness = await StartAsync(engine);

        var failed = await harness.RunAsync("Throw", "why");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal((typeof(InvalidDataException).FullName, "why"), (failed.FailureDetails!.ErrorType, failed.FailureDetails.ErrorMessage));
        Assert.True(failed.FailureDetails.IsCausedBy<InvalidDataException>());
    }

    private static Task<IDurableHarness> StartAsync(Engine engine) => Harness.StartAsync(engine, functions =>
    {
        functions.Orchestrator<int, int>("Finish", (_, value) => Task.FromResult(value));
        functions.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));
        functions.Orchestrator<string, int>("Throw", (_, message) => throw new InvalidDataException(message));
    });
}
