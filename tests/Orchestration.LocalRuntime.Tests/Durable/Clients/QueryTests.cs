using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Clients;

public class QueryTests
{
    [Fact]
    public async Task Get_WithoutPayloads_ShowsNone()
    {
        await using var engine = await StartAsync();
        await engine.RunAsync("Echo", "hello", "one");

        var bare = (await engine.Client.GetInstanceAsync("one"))!;
        var full = (await engine.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!;

        Assert.Null(bare.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadInputAs<string>());
        Assert.Equal(("hello", "hello"), (full.ReadInputAs<string>(), full.ReadOutputAs<string>()));
        Assert.Equal(("Echo", "one", TestEngine.Begin), (full.Name, full.InstanceId, full.CreatedAt));
        Assert.True(full.IsCompleted);
        Assert.Null(await engine.Client.GetInstanceAsync("missing"));
    }

    [Fact]
    public async Task Query_Pages_GivesEachInstanceOnceInTheOrderOfIds()
    {
        await using var engine = await StartAsync();
        await ScheduleAsync(engine, Enumerable.Range(0, 25).Select(i => $"i-{i:00}"));

        var pages = await engine.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10)).AsPages().ToListAsync();
        var second = await engine.Client.GetAllInstancesAsync().AsPages(pages[0].ContinuationToken, 3).FirstAsync();

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"i-{i:00}"), pages.SelectMany(page => page.Values).Select(value => value.InstanceId));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(["i-10", "i-11", "i-12"], second.Values.Select(value => value.InstanceId));
    }

    [Fact]
    public async Task Query_Filters_AdmitWhatTheySay()
    {
        await using var engine = await StartAsync();
        await ScheduleAsync(engine, ["a-1", "a-2", "a_3", "b-1"]);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", "later", new StartOrchestrationOptions("late", TestEngine.Begin.AddDays(1)));
        await engine.SettleAsync();
        await engine.ScheduleAsync("Wait", instanceId: "waiting");
        await engine.Client.WaitForInstanceStartAsync("waiting");

        Assert.Equal("a-1 a-2", await IdsAsync(engine, new OrchestrationQuery(InstanceIdPrefix: "a-")));
        Assert.Equal("a_3", await IdsAsync(engine, new OrchestrationQuery(InstanceIdPrefix: "a_")));
        Assert.Equal("waiting", await IdsAsync(engine, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal("", await IdsAsync(engine, new OrchestrationQuery(Statuses: [])));
        Assert.Equal("waiting", await IdsAsync(engine, new OrchestrationQuery(CreatedFrom: TestEngine.Begin.AddTicks(1))));
        Assert.Equal("a-1 a-2 a_3 b-1 late", await IdsAsync(engine, new OrchestrationQuery(CreatedTo: TestEngine.Begin)));
        Assert.Equal("", await IdsAsync(engine, new OrchestrationQuery(TaskHubNames: ["another"])));
        Assert.Equal("b-1", await IdsAsync(engine, new OrchestrationQuery(TaskHubNames: ["Orchestration"], InstanceIdPrefix: "b")));
        Assert.Equal(
            "later",
            (await engine.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "late", FetchInputsAndOutputs: true)).SingleAsync())
                .ReadInputAs<string>());
    }

    [Fact]
    public async Task ListInstanceIds_ByTimeOfCompletion_PagesThroughThem()
    {
        await using var engine = await StartAsync();
        await ScheduleAsync(engine, ["a", "b", "c"]);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", "later", new StartOrchestrationOptions("late", TestEngine.Begin.AddDays(1)));
        await engine.SettleAsync();
        await engine.ScheduleAsync("Wait", instanceId: "waiting");

        var first = await engine.Client.ListInstanceIdsAsync(completedTimeTo: TestEngine.Begin, pageSize: 2);
        var second = await engine.Client.ListInstanceIdsAsync(
            completedTimeTo: TestEngine.Begin, pageSize: 2, lastInstanceKey: first.ContinuationToken);
        var late = await engine.Client.ListInstanceIdsAsync(
            [OrchestrationRuntimeStatus.Completed], completedTimeFrom: TestEngine.Begin.AddDays(1));

        Assert.Equal(["a", "b"], first.Values);
        Assert.Equal(["c"], second.Values);
        Assert.Null(second.ContinuationToken);
        Assert.Equal(["late"], late.Values);
    }

    [Theory, BothModes]
    public async Task WaitForStart_PendingInstance_WaitsUntilItRuns(EngineMode mode)
    {
        await using var engine = await StartAsync(mode);
        var started = engine.Client.WaitForInstanceStartAsync("one");
        Assert.False(started.IsCompleted);

        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions("one", TestEngine.Begin.AddDays(1)));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await started.WaitAsync(TestEngine.Patience)).RuntimeStatus);
    }

    [Fact]
    public async Task WaitForCompletion_EngineStops_Throws()
    {
        await using var engine = await StartAsync();
        var waiting = engine.Client.WaitForInstanceCompletionAsync("missing");

        await engine.Engine.StopAsync(CancellationToken.None);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.ScheduleAsync("Echo"));
    }

    private static Task<TestEngine> StartAsync(EngineMode mode = EngineMode.Live) => TestEngine.StartAsync(mode, registry =>
    {
        registry.Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()));
        registry.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));
    });

    private static async Task ScheduleAsync(TestEngine engine, IEnumerable<string> ids) =>
        await Task.WhenAll(ids.Select(id => engine.RunAsync("Echo", "text", id)));

    private static async Task<string> IdsAsync(TestEngine engine, OrchestrationQuery query) =>
        string.Join(' ', await engine.Client.GetAllInstancesAsync(query).Select(instance => instance.InstanceId).ToListAsync());
}
