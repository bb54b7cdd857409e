using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

public class ActivityTests
{
    public sealed record Order(string Customer, int[] Amounts);

    [Theory, EveryEngine]
    public async Task Call_InSequence_PassesResultsOn(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<Order, int>("Total", order => order.Amounts.Sum());
            functions.Activity<int, string>("Format", total => $"{total} €");
            functions.Orchestrator<Order, string>("Main", async (context, order) =>
                await context.CallActivityAsync<string>("Format", await context.CallActivityAsync<int>("Total", order)));
        });

        Assert.Equal("42 €", await harness.RunAsync<string>("Main", new Order("a", [40, 2])));
    }

    [Theory, EveryEngine]
    public async Task Call_FannedOut_ReturnsEachResultToItsCaller(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Square", value => value * value);
            functions.Orchestrator("Main", context =>
                Task.WhenAll(Enumerable.Range(0, 50).Select(i => context.CallActivityAsync<int>("Square", i))));
        });

        Assert.Equal(Enumerable.Range(0, 50).Select(i => i * i), await harness.RunAsync<int[]>("Main"));
    }

    [Theory, EveryEngine]
    public async Task Call_NamesInAnotherCase_FindsTheFunctions(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Orchestrator("Main", context => context.CallActivityAsync<int>("ECHO", 4));
        });

        Assert.Equal(4, await harness.RunAsync<int>("main"));
    }

    [Theory, EveryEngine]
    public async Task Call_WithoutInputOrOutput_Completes(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<string?, string?>("Nothing", input => input);
            functions.Orchestrator("Main", async context => await context.CallActivityAsync<string?>("Nothing") is null);
        });

        Assert.True(await harness.RunAsync<bool>("Main"));
    }

    [Theory, EveryEngine]
    public async Task Call_ActivityThrows_OrchestratorCatchesTheFailureWithItsCauses(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Fail", _ => throw new InvalidDataException("outer", new FileNotFoundException("inner")));
            functions.Orchestrator("Main", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<string>("Fail", 1));
                var details = failed.FailureDetails;
                return string.Join(
                    '|',
                    failed.TaskName, failed.TaskId, failed.Message, details.ErrorType, details.ErrorMessage,
                    details.IsCausedBy<InvalidDataException>(), details.IsCausedBy<SystemException>(), details.IsCausedBy<IOException>(),
                    details.InnerFailure!.IsCausedBy<IOException>(), details.InnerFailure.ErrorMessage, details.StackTrace!.Length > 0);
            });
        });

        Assert.Equal(
            "Fail|0|Task 'Fail' (#0) failed with an unhandled exception: outer|System.IO.InvalidDataException|outer|True|True|False|True|inner|True",
            await harness.RunAsync<string>("Main"));
    }

    [Theory, EveryEngine]
    public async Task Call_FailureNotCaught_FailsTheInstanceWithBothFailures(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Fail", _ => throw new InvalidDataException("no data"));
            functions.Orchestrator("Main", context => context.CallActivityAsync<int>("Fail", 1));
        });

        var failed = await harness.RunAsync("Main");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.True(failed.FailureDetails!.IsCausedBy<TaskFailedException>(), failed.FailureDetails.ToString());
        Assert.True(failed.FailureDetails.InnerFailure!.IsCausedBy<InvalidDataException>(), failed.FailureDetails.ToString());
        Assert.Contains("no data", failed.SerializedOutput, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Call_UnknownActivity_FailsTheTask(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context => context.CallActivityAsync<int>("Missing", 1)));

        var failure = (await harness.RunAsync("Main")).FailureDetails!.InnerFailure!;

        Assert.Equal("ActivityTaskNotFound", failure.ErrorType);
        Assert.Contains("'Missing'", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Call_OptionsGivenAsInput_SaysSo(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", context => context.CallActivityAsync<int>("Any", (object)new TaskOptions())));

        Assert.True((await harness.RunAsync("Main")).FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Theory, EveryEngine]
    public async Task Call_NotAwaited_TheInstanceWaitsForIt(Engine engine)
    {
        var release = new TaskCompletionSource();
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Slow", async value =>
            {
                await release.Task;
                return value;
            });
            functions.Orchestrator("Main", context =>
            {
                _ = context.CallActivityAsync<int>("Slow", 1);
                context.SetCustomStatus("returned");
                return Task.FromResult("done");
            });
        });
        var id = await harness.ScheduleAsync("Main");

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await harness.ReachedAsync(id, "returned")).RuntimeStatus);
        release.SetResult();

        Assert.Equal("done", (await harness.CompletionAsync(id)).ReadOutputAs<string>());
    }
}
