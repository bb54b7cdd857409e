using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>Runs one program to its end, through as many deaths as are planned.</summary>
internal sealed class RandomRun(EngineMode mode, CrashingProgram program)
{
    private const string Root = "root";

    private readonly CrashPlan _plan = new(program.CrashGaps);
    private readonly ConcurrentDictionary<string, int> _effects = new();
    private TestEngine? _engine;

    /// <summary>How often the engine has died.</summary>
    public int Deaths => _plan.Deaths;

    /// <summary>How often each activity began.</summary>
    public IReadOnlyDictionary<string, int> Effects => _effects;

    /// <returns>The result of the program, and the moment of its end.</returns>
    public async Task<string> RunAsync()
    {
        await using var engine = _engine = await TestEngine.StartAsync(mode, Register, _plan.Configure);
        _plan.Arm();
        var isScheduled = false;
        while (true)
        {
            var attempt = AttemptAsync(isScheduled);
            await Task.WhenAny(attempt, _plan.Crashed);
            if (attempt.IsCompletedSuccessfully)
            {
                var end = await attempt;
                Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, end.ToString());
                return end.ReadOutputAs<string>()!;
            }

            await _plan.Crashed.WaitAsync(TestEngine.Patience);
            await engine.CrashAndReopenAsync();
            isScheduled = await engine.Client.GetInstanceAsync(Root) is not null;
            _plan.Arm();
        }
    }

    private async Task<OrchestrationMetadata> AttemptAsync(bool isScheduled)
    {
        if (!isScheduled)
        {
            await _engine!.ScheduleAsync("Root", new Piece(program.Root, "r"), Root);
        }

        return await _engine!.CompletionAsync(Root);
    }

    private void Register(TaskRegistry registry)
    {
        registry.Activity<string, string>("Effect", Begin);
        registry.Activity<string, string>("Fail", path => throw new InvalidDataException(Begin(path)));
        registry.Activity<Hesitation, string>("Hesitate", hesitation => Begin(hesitation.Path) is var path
            && _effects[path] > hesitation.Failures ? path : throw new InvalidDataException(path));
        registry.Activity<Drawn, Drawn>("Draw", drawn => drawn with { Path = Begin(drawn.Path) });
        registry.AddActivity("Answer", typeof(string), async call =>
        {
            var path = Begin((string)call.Input!);
            await ClientOf(call).RaiseEventAsync(call.InstanceId, path, path + "e");
            return null;
        });
        registry.AddActivity("Pause", typeof(string), async call =>
        {
            Begin((string)call.Input!);
            var client = ClientOf(call);
            await client.SuspendInstanceAsync(call.InstanceId);
            await client.ResumeInstanceAsync(call.InstanceId);
            return "p";
        });
        registry.Orchestrator("Root", async context =>
        {
            var piece = context.GetInput<Piece>()!;
            var result = await RandomOrchestrator.RunAsync(context, piece.Node, piece.Path);
            return $"{result} after {context.CurrentUtcDateTime - TestEngine.Begin.UtcDateTime}";
        });
        registry.Orchestrator("Run", context =>
            RandomOrchestrator.RunAsync(context, context.GetInput<Piece>()!.Node, context.GetInput<Piece>()!.Path));
        registry.Orchestrator<string>("Doomed", async context => throw new InvalidDataException(
            await RandomOrchestrator.RunAsync(context, context.GetInput<Piece>()!.Node, context.GetInput<Piece>()!.Path)));
        registry.Orchestrator("Rounds", context => RandomOrchestrator.RunAsync(context, context.GetInput<Round>()!));
    }

    /// <summary>The client of the life that the activity belongs to: what a dead process had begun does not reach the next one.</summary>
    private DurableTaskClient ClientOf(ActivityInvocation call)
    {
        var client = _engine!.Client;
        call.Cancellation.ThrowIfCancellationRequested();
        return client;
    }

    private string Begin(string path)
    {
        _effects.AddOrUpdate(path, 1, (_, count) => count + 1);
        return path;
    }
}
