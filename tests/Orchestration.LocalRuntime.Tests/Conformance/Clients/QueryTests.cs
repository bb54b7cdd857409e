using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Conformance.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Clients;

public class QueryTests
{
    [Theory, EveryEngine]
    public async Task Get_WithPayloads_ReadsThem(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync("EchoText", "hello", "one");

        var full = (await harness.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!;

        Assert.Equal(("hello", "hello"), (full.ReadInputAs<string>(), full.ReadOutputAs<string>()));
        Assert.Equal(("EchoText", "one"), (full.Name, full.InstanceId));
        Assert.True(full.IsCompleted);
        Assert.True(full.CreatedAt <= full.LastUpdatedAt);
    }

    [Theory, EveryEngine]
    public async Task Get_WithoutPayloads_ShowsNone(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.RunAsync("EchoText", "hello", "one");

        var bare = (await harness.Client.GetInstanceAsync("one"))!;

        Assert.Null(bare.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadInputAs<string>());
        Assert.Null(await harness.Client.GetInstanceAsync("missing"));
    }

    [Theory, EveryEngine]
    public async Task Query_Pages_GivesEachInstanceOnce(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await RunManyAsync(harness, Enumerable.Range(0, 25).Select(i => $"i-{i:00}"));

        var pages = await harness.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10)).AsPages().ToListAsync();

        Assert.Equal(
            Enumerable.Range(0, 25).Select(i => $"i-{i:00}"), pages.SelectMany(page => page.Values).Select(value => value.InstanceId).Order());
        Assert.All(pages, page => Assert.True(page.Values.Count <= 10));
    }

    [Theory, EveryEngine]
    public async Task Query_Filters_AdmitWhatTheySay(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await RunManyAsync(harness, ["a-1", "a-2", "a_3", "b-1"]);
        await harness.ScheduleAsync("Wait", instanceId: "waiting");
        await harness.Client.WaitForInstanceStartAsync("waiting");
        var far = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal("a-1 a-2", await IdsAsync(harness, new OrchestrationQuery(InstanceIdPrefix: "a-")));
        Assert.Equal("a_3", await IdsAsync(harness, new OrchestrationQuery(InstanceIdPrefix: "a_")));
        Assert.Equal("waiting", await IdsAsync(harness, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal("", await IdsAsync(harness, new OrchestrationQuery(CreatedFrom: far)));
        Assert.Equal("a-1 a-2 a_3 b-1 waiting", await IdsAsync(harness, new OrchestrationQuery(CreatedTo: far)));
    }

    [Theory, EveryEngine]
    public async Task Query_WithPayloads_ReadsThem(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await RunManyAsync(harness, ["one"]);

        var one = await harness.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)).SingleAsync();

        Assert.Equal(("text", "text"), (one.ReadInputAs<string>(), one.ReadOutputAs<string>()));
    }

    [Theory, EveryEngine]
    public async Task WaitForCompletion_OfAFinishedInstance_ReturnsAtOnce(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await RunManyAsync(harness, ["one"]);

        Assert.Equal("text", (await harness.CompletionAsync("one")).ReadOutputAs<string>());
        Assert.True((await harness.Client.WaitForInstanceStartAsync("one")).IsCompleted);
    }

    [Theory, EveryEngine]
    public async Task WaitForCompletion_Cancelled_Throws(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Wait", instanceId: "one");
        using var cancellation = new CancellationTokenSource();
        var waiting = harness.Client.WaitForInstanceCompletionAsync("one", cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory, EveryEngine]
    public async Task WaitForCompletion_SeveralWaiters_AllHearOfIt(Engine engine)
    {
        await using var harness = await StartAsync(engine);
        await harness.ScheduleAsync("Wait", instanceId: "one");
        var waiting = Enumerable.Range(0, 5).Select(_ => harness.CompletionAsync("one")).ToArray();

        await harness.Client.RaiseEventAsync("one", "go", 8);

        Assert.All(await Task.WhenAll(waiting), metadata => Assert.Equal(8, metadata.ReadOutputAs<int>()));
    }

    private static Task<IDurableHarness> StartAsync(Engine engine) => Harness.StartAsync(engine, functions =>
    {
        functions.Orchestrator<string, string>("EchoText", (_, text) => Task.FromResult(text));
        functions.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));
    });

    private static async Task RunManyAsync(IDurableHarness harness, IEnumerable<string> ids) =>
        await Task.WhenAll(ids.Select(id => harness.RunAsync("EchoText", "text", id)));

    private static async Task<string> IdsAsync(IDurableHarness harness, OrchestrationQuery query) =>
        string.Join(' ', (await harness.Client.GetAllInstancesAsync(query).Select(instance => instance.InstanceId).ToListAsync()).Order(StringComparer.Ordinal));
}
