using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

public class LargePayloadTests
{
    private const int Limit = 1000;

    private static readonly string Large = new('é', Limit);

    [Theory, BothModes]
    public async Task LargePayloads_OnEveryWay_ArriveWholeAndLieInFiles(EngineMode mode)
    {
        await using var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.Activity<string, string>("Echo", text => text + "a");
                registry.Orchestrator("Child", context => Task.FromResult(context.GetInput<string>() + "c"));
                registry.Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("sent"));
                registry.Orchestrator("Main", async context =>
                {
                    if (context.GetInput<string>() is { } carried)
                    {
                        return await context.WaitForExternalEvent<string>("early") + carried;
                    }

                    var text = await context.WaitForExternalEvent<string>("first");
                    text = await context.CallActivityAsync<string>("Echo", text);
                    text = await context.CallSubOrchestratorAsync<string>("Child", text);
                    context.SendEvent("receiver", "sent", text);
                    context.ContinueAsNew(text);
                    return "";
                });
            },
            options => options.LargePayloadBytes = Limit);
        await engine.ScheduleAsync("Receiver", instanceId: "receiver");
        await engine.ScheduleAsync("Main", instanceId: "main");
        await engine.Client.RaiseEventAsync("main", "early", "e" + Large);

        await engine.Client.RaiseEventAsync("main", "first", Large);

        var main = await engine.CompletionAsync("main");
        Assert.Equal("e" + Large + Large + "ac", main.ReadOutputAs<string>());
        Assert.Equal(Large + "ac", main.ReadInputAs<string>());
        Assert.Equal(Large + "ac", (await engine.CompletionAsync("receiver")).ReadOutputAs<string>());
        Assert.InRange(LongestValue(engine), 1, Limit);
        Assert.Contains(Large, await engine.Engine.ExportHistoryAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargePayloads_InstancePurged_AreDeleted()
    {
        await using var engine = await StartEternalAsync();
        await engine.RunAsync("Eternal", new Step(0, Large), "one");
        Assert.NotEmpty(Files(engine));

        await engine.Client.PurgeInstanceAsync("one");
        await engine.SettleAsync();

        Assert.Empty(Files(engine));
    }

    [Fact]
    public async Task LargePayloads_ManyGenerations_OnlyTheLastOnesAreKept()
    {
        await using var engine = await StartEternalAsync();

        await engine.RunAsync("Eternal", new Step(20, Large), "one");
        await engine.SettleAsync();

        // The input, what the activity returned and the output.
        Assert.InRange(Files(engine).Length, 1, 4);
    }

    [Fact]
    public async Task LargePayloads_WrittenAndNeverCommitted_AreDeletedAtTheNextStart()
    {
        await using var engine = await StartEternalAsync();
        await engine.RunAsync("Eternal", new Step(0, Large), "one");
        var known = Files(engine);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(known[0])!, "orphan.json"), Large);

        await engine.CrashAndReopenAsync();

        Assert.Equal(known.Order(), Files(engine).Order());
        Assert.Equal(Large, (await engine.CompletionAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task LargePayload_ToAMissingInstance_LeavesNoFile()
    {
        await using var engine = await StartEternalAsync();

        await engine.Client.RaiseEventAsync("missing", "event", Large);
        await engine.SettleAsync();

        Assert.Empty(Files(engine));
    }

    [Fact]
    public async Task Payload_ThatLooksLikeAReference_ArrivesAsItIs()
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Replayed, registry =>
        {
            registry.Activity<Dictionary<string, string>, Dictionary<string, string>>("Echo", value => value);
            registry.Orchestrator("Main", context => context.CallActivityAsync<Dictionary<string, string>>(
                "Echo", context.GetInput<Dictionary<string, string>>()));
        });
        var trick = new Dictionary<string, string> { ["$payloadFile"] = "../../etc/passwd" };

        Assert.Equal(trick, await engine.RunAsync<Dictionary<string, string>>("Main", trick));
    }

    private static Task<TestEngine> StartEternalAsync() => TestEngine.StartAsync(
        EngineMode.Live,
        registry =>
        {
            registry.Activity<string, string>("Echo", text => text);
            registry.Orchestrator("Eternal", async context =>
            {
                var step = context.GetInput<Step>()!;
                var text = await context.CallActivityAsync<string>("Echo", step.Text);
                if (step.Left > 0)
                {
                    context.ContinueAsNew(step with { Left = step.Left - 1 });
                }

                return text;
            });
        },
        options => options.LargePayloadBytes = Limit);

    private static string[] Files(TestEngine engine)
    {
        var folder = Path.Combine(engine.DataFolder, "orchestration.payloads");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private static long LongestValue(TestEngine engine)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(engine.DataFolder, "orchestration.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT max(length) FROM (
                SELECT max(length(CAST(turn AS BLOB))) AS length FROM history
                UNION ALL SELECT max(length(CAST(output AS BLOB))) FROM instances
                UNION ALL SELECT max(length(CAST(input AS BLOB))) FROM inputs)
            """;
        return (long)command.ExecuteScalar()!;
    }

    private sealed record Step(int Left, string Text);
}
