using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Orchestrations;

/// <summary>Durable tasks of several kinds beside each other.</summary>
public class CompositionTests
{
    [Theory, EveryEngine]
    public async Task WhenAny_OfAnActivityAndAnEvent_GoesOnWithTheFirst(Engine engine)
    {
        var release = new TaskCompletionSource();
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Slow", async value =>
            {
                await release.Task;
                return value;
            });
            functions.Orchestrator("Main", async context =>
            {
                var slow = context.CallActivityAsync<int>("Slow", 1);
                var heard = context.WaitForExternalEvent<int>("number");
                var first = await Task.WhenAny(slow, heard);
                context.SetCustomStatus(first == heard ? "heard" : "slow");
                return await heard + await slow;
            });
        });
        var id = await harness.ScheduleAsync("Main");

        await harness.Client.RaiseEventAsync(id, "number", 40);
        await harness.ReachedAsync(id, "heard");
        release.SetResult();

        Assert.Equal(41, (await harness.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory, EveryEngine]
    public async Task WhenAll_SomeFail_TheOthersStillCount(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("OddFails", value => value % 2 == 0 ? value : throw new InvalidDataException($"{value} is odd"));
            functions.Orchestrator("Main", async context =>
            {
                var calls = Enumerable.Range(0, 6).Select(i => context.CallActivityAsync<int>("OddFails", i)).ToArray();
                await Assert.ThrowsAsync<TaskFailedException>(() => Task.WhenAll(calls));
                return (calls.Where(call => call.IsCompletedSuccessfully).Sum(call => call.Result), calls.Count(call => call.IsFaulted)).ToString();
            });
        });

        Assert.Equal("(6, 3)", await harness.RunAsync<string>("Main"));
    }

    [Theory, EveryEngine]
    public async Task Catch_ThenCompensate_RunsTheCompensation(Engine engine)
    {
        var undone = 0;
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Activity<int, int>("Fail", _ => throw new InvalidDataException("no"));
            functions.Activity<int, int>("Undo", value => Interlocked.Add(ref undone, value));
            functions.Orchestrator("Main", async context =>
            {
                try
                {
                    await context.CallActivityAsync<int>("Fail", 1);
                }
                catch (TaskFailedException)
                {
                    await context.CallActivityAsync<int>("Undo", 5);
                }

                return 1;
            });
        });

        await harness.RunAsync<int>("Main");

        Assert.Equal(5, undone);
    }

    [Theory, EveryEngine]
    public async Task Loop_UntilAnEventSaysSo_GoesOnAtEachTimer(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
            functions.Orchestrator("Main", async context =>
            {
                var stop = context.WaitForExternalEvent<bool>("stop");
                var rounds = 0;
                while (!stop.IsCompleted)
                {
                    using var cancellation = new CancellationTokenSource();
                    await Task.WhenAny(stop, context.CreateTimer(TimeSpan.FromMilliseconds(100), cancellation.Token));
                    cancellation.Cancel();
                    rounds++;
                    context.SetCustomStatus(rounds < 3 ? "few" : "enough");
                }

                return rounds;
            }));
        var id = await harness.ScheduleAsync("Main");
        await harness.ReachedAsync(id, "enough");

        await harness.Client.RaiseEventAsync(id, "stop", true);

        Assert.True((await harness.CompletionAsync(id)).ReadOutputAs<int>() >= 3);
    }

    [Theory, EveryEngine]
    public async Task ManyInstances_AtOnce_EachGetsItsOwnResult(Engine engine)
    {
        await using var harness = await Harness.StartAsync(engine, functions =>
        {
            functions.Echo();
            functions.Orchestrator<int, int>("Main", async (context, value) =>
                await context.CallActivityAsync<int>("Echo", value) + await context.CallActivityAsync<int>("Echo", value));
        });

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => harness.RunAsync<int>("Main", i)));

        Assert.True(results.SequenceEqual(Enumerable.Range(0, 40).Select(i => 2 * i)), string.Join(" ", results));
    }
}
