using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>
/// Random orchestrations, killed at random points: result and activity effects are those of an uninterrupted run.
/// RANDOM_CRASH_CASES sets how many; some dozen by default.
/// </summary>
public class RandomCrashTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("RANDOM_CRASH_CASES") ?? "40", null);

    private int _deaths;

    [Theory, BothModes]
    public async Task Crash_AtRandomPoints_ResultAndEffectsAreTheSame(EngineMode mode)
    {
        await Task.Run(() => Prop
            .ForAll(RandomProgram.Arbitrary, program => RunAsync(mode, program))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(2027, 301).WithEndSize(12)));

        Assert.InRange(_deaths, Cases, int.MaxValue);
    }

    private async Task RunAsync(EngineMode mode, CrashingProgram program)
    {
        var effects = new ConcurrentDictionary<string, int>();
        var plan = new CrashPlan(program.CrashGaps);
        await using var engine = await TestEngine.StartAsync(mode, registry => Register(registry, effects), plan.Configure);
        plan.Arm();
        var isScheduled = false;
        while (true)
        {
            var attempt = AttemptAsync(engine, program.Root, isScheduled);
            await Task.WhenAny(attempt, plan.Crashed);
            if (attempt.IsCompletedSuccessfully)
            {
                var result = await attempt;
                Assert.Equal(RandomProgram.Expect(program.Root, "r"), result.ReadOutputAs<string>());
                Assert.Equal(RandomProgram.Effects(program.Root, "r").Order(StringComparer.Ordinal), effects.Keys.Order(StringComparer.Ordinal));
                _deaths += plan.Deaths;
                return;
            }

            await plan.Crashed.WaitAsync(TestEngine.Patience);
            await engine.CrashAndReopenAsync();
            isScheduled = await engine.Client.GetInstanceAsync("root") is not null;
            plan.Arm();
        }
    }

    private static async Task<OrchestrationMetadata> AttemptAsync(TestEngine engine, Node root, bool isScheduled)
    {
        if (!isScheduled)
        {
            await engine.ScheduleAsync("Run", new Piece(root, "r"), "root");
        }

        return await engine.CompletionAsync("root");
    }

    private static void Register(TaskRegistry registry, ConcurrentDictionary<string, int> effects)
    {
        registry.Activity<string, string>("Effect", path =>
        {
            effects.AddOrUpdate(path, 1, (_, count) => count + 1);
            return path;
        });
        registry.Activity<string, string>("Fail", path =>
        {
            effects.AddOrUpdate(path, 1, (_, count) => count + 1);
            throw new InvalidDataException(path);
        });
        registry.Orchestrator("Run", context => RunAsync(context, context.GetInput<Piece>()!.Node, context.GetInput<Piece>()!.Path));
    }

    private static async Task<string> RunAsync(TaskOrchestrationContext context, Node node, string path)
    {
        switch (node)
        {
            case Call:
                return await context.CallActivityAsync<string>("Effect", path);
            case Failing failing:
                try
                {
                    return await context.CallActivityAsync<string>(
                        "Fail", path, new TaskOptions(new RetryPolicy(failing.Attempts, TimeSpan.FromMinutes(1))));
                }
                catch (TaskFailedException failed)
                {
                    return $"!{failed.FailureDetails.ErrorMessage}";
                }

            case Wait wait:
                await context.CreateTimer(TimeSpan.FromMinutes(wait.Minutes), CancellationToken.None);
                return "t";
            case OwnEvent:
                context.SendEvent(context.InstanceId, path, path + "e");
                return await context.WaitForExternalEvent<string>(path);
            case Impatience:
                try
                {
                    return await context.WaitForExternalEvent<string>("never", TimeSpan.FromMinutes(7));
                }
                catch (TaskCanceledException)
                {
                    return "-";
                }

            case Sequence sequence:
                var results = new List<string>();
                for (var i = 0; i < sequence.Nodes.Count; i++)
                {
                    results.Add(await RunAsync(context, sequence.Nodes[i], $"{path}.{i}"));
                }

                return $"[{string.Join(' ', results)}]";
            case Fork fork:
                return $"({string.Join(' ', await Task.WhenAll(fork.Nodes.Select((child, i) => RunAsync(context, child, $"{path}.{i}"))))})";
            case Child child:
                return $"{{{await context.CallSubOrchestratorAsync<string>("Run", new Piece(child.Node, path + "s"))}}}";
            default:
                throw new InvalidOperationException($"{node} is not part of a program.");
        }
    }
}
