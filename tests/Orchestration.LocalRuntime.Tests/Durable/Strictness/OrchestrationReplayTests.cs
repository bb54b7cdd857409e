using System.Text.Json;
using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Strictness;

public class OrchestrationReplayTests
{
    private const string Expected =
        """
        {
          "orchestrator": "Main",
          "instanceId": "one",
          "version": "",
          "generation": 0,
          "turns": [
            {
              "at": "2027-03-01T08:00:00+00:00",
              "arrivals": [
                {
                  "kind": "started",
                  "input": {
                    "name": "été",
                    "count": 2
                  }
                }
              ],
              "decisions": [
                {
                  "kind": "activityScheduled",
                  "task": 0,
                  "name": "Greet",
                  "input": "été"
                },
                {
                  "kind": "timerCreated",
                  "task": 1,
                  "fireAt": "2027-03-01T09:00:00+00:00"
                }
              ]
            },
            {
              "at": "2027-03-01T08:00:00+00:00",
              "arrivals": [
                {
                  "kind": "taskSucceeded",
                  "task": 0,
                  "output": "Bonjour été"
                }
              ],
              "decisions": []
            },
            {
              "at": "2027-03-01T09:00:00+00:00",
              "arrivals": [
                {
                  "kind": "timerFired",
                  "task": 1
                }
              ],
              "decisions": [
                {
                  "kind": "completed",
                  "output": "Bonjour été"
                }
              ]
            }
          ]
        }

        """;

    public sealed record Input(string Name, int Count);

    [Fact]
    public async Task Export_OfAFinishedInstance_IsReadableAndStable()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, Register);
        await engine.RunAsync("Main", new Input("été", 2), "one");

        var exported = await engine.Engine.ExportHistoryAsync("one");

        Assert.Equal(Expected, exported);
        Assert.Equal(exported, await engine.Engine.ExportHistoryAsync("one"));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Engine.ExportHistoryAsync("missing"));
    }

    [Fact]
    public async Task Run_SameCode_Succeeds()
    {
        var registry = new TaskRegistry();
        Register(registry);

        await OrchestrationReplay.RunAsync(registry, "main", Expected);
    }

    [Fact]
    public async Task Run_HistoryOfAnotherOrchestratorOrNone_Throws()
    {
        var registry = new TaskRegistry();
        Register(registry);

        await Assert.ThrowsAsync<ArgumentException>(() => OrchestrationReplay.RunAsync(registry, "Other", Expected));
        await Assert.ThrowsAnyAsync<JsonException>(() => OrchestrationReplay.RunAsync(registry, "Main", "{ not json"));
    }

    [Fact]
    public async Task Run_EverythingThatAHistoryHolds_Succeeds()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, RegisterEverything);
        await engine.RunAsync("Everything", new string('x', 200_000), "one");
        var registry = new TaskRegistry();
        RegisterEverything(registry);

        var history = await engine.Engine.ExportHistoryAsync("one");

        await OrchestrationReplay.RunAsync(registry, "Everything", history);
        await OrchestrationReplay.RunAsync(registry, "Child", await engine.Engine.ExportHistoryAsync("child"));
        Assert.Contains(new string('x', 200_000), history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TerminatedInstance_Succeeds()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, Register);
        using (engine.Time.Hold("terminate before the timer"))
        {
            await engine.ScheduleAsync("Main", new Input("a", 1), "one");
            await engine.Client.TerminateInstanceAsync("one");
            await engine.CompletionAsync("one");
        }

        var registry = new TaskRegistry();
        Register(registry);
        await OrchestrationReplay.RunAsync(registry, "Main", await engine.Engine.ExportHistoryAsync("one"));
    }

    private static void Register(TaskRegistry registry)
    {
        registry.Activity<string, string>("Greet", name => $"Bonjour {name}");
        registry.Orchestrator("Main", async context =>
        {
            var greeting = context.CallActivityAsync<string>("Greet", context.GetInput<Input>()!.Name);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await greeting;
        });
    }

    private static void RegisterEverything(TaskRegistry registry)
    {
        registry.Activity<string, string>("Fail", _ => throw new InvalidDataException("bad"));
        registry.Orchestrator("Child", context => Task.FromResult($"{context.Parent!.InstanceId} {context.NewGuid()}"));
        registry.Orchestrator("Everything", async context =>
        {
            if (context.GetInput<string>()!.Length > 1000)
            {
                context.SendEvent(context.InstanceId, "kept", new string('x', 200_000));
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                context.ContinueAsNew("short");
                return;
            }

            await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<string>(
                "Fail", "input", new TaskOptions(new RetryPolicy(2, TimeSpan.FromDays(10)))));
            await context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child"));
            await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<int>("never", TimeSpan.FromDays(5)));
            context.SetCustomStatus(await context.WaitForExternalEvent<string>("kept") is { Length: 200_000 });
        });
    }
}
