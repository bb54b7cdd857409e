using Microsoft.DurableTask.Client;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Revisions;

/// <summary>Starting a send is one effect on storage and one on the engine: a crash between the two must neither lose the send nor start it twice.</summary>
public sealed class ApplyRevisionTests
{
    private const string Calendar = "essai-2027";

    [Fact]
    public async Task RunAsync_NewSend_IsStartedOnceAndItsLinksAreKnown()
    {
        var storage = await RevisedAsync(1);
        await using var engine = await StartEngineAsync();

        await ApplyAsync(storage, engine, 1);
        await ApplyAsync(storage, engine, 1);

        Assert.Equal([Some.Key.Value], await InstancesAsync(engine));
        Assert.True((await new SendStore(storage.Containers).ReadAsync(Some.Key, default)).Started);
        var link = $"links/{LinkSigner.Reference(Some.Key, "", 0, 0).Send:x16}.json";
        Assert.Equal(Some.Key, await storage.Containers.Sends.ReadAsync<SendKey>(link, default));
    }

    [Theory]
    [InlineData("essai-2027.ror.invitation.1.json", true)]
    [InlineData("links/", true)]
    [InlineData("links/", false)]
    public async Task RunAsync_KilledOnTheWay_TheRepeatStartsItOnce(string request, bool before)
    {
        var storage = await RevisedAsync(1);
        await using var engine = await StartEngineAsync();
        var doomed = storage.Another();
        if (before)
            doomed.Probe.DieBefore("PUT", request);
        else
            doomed.Probe.DieAfter("PUT", request);
        await Assert.ThrowsAsync<CrashException>(() => ApplyAsync(doomed, engine, 1));

        await ApplyAsync(storage, engine, 1);

        Assert.Equal([Some.Key.Value], await InstancesAsync(engine));
    }

    // Its orchestration is there, and its record does not say so yet.
    [Fact]
    public async Task RunAsync_KilledBetweenStartAndRecord_TheRepeatFindsIt()
    {
        var storage = await RevisedAsync(1);
        await using var engine = await StartEngineAsync();
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        await engine.ScheduleAsync(nameof(SendOrchestrator), new SendInput(Some.Key), Some.Key.Value);

        await ApplyAsync(storage, engine, 1);

        Assert.Equal([Some.Key.Value], await InstancesAsync(engine));
        Assert.True((await new SendStore(storage.Containers).ReadAsync(Some.Key, default)).Started);
    }

    [Fact]
    public async Task RunAsync_StartedBefore_IsToldOfItsNewPlan()
    {
        var storage = await RevisedAsync(1);
        await using var engine = await StartEngineAsync();
        await ApplyAsync(storage, engine, 1);
        await AddAsync(storage, 2, Some.Plan() with { Date = Some.Plan().Date.AddDays(2) });

        await ApplyAsync(storage, engine, 2);

        Assert.Equal("rung", (await engine.CompletionAsync(Some.Key.Value)).ReadOutputAs<string>());
        Assert.Equal(Some.Plan().Date.AddDays(2), (await new SendStore(storage.Containers).ReadAsync(Some.Key, default)).Plan.Date);
    }

    [Fact]
    public async Task RunAsync_GoneFromTheCalendar_IsWithdrawnAndTold()
    {
        var storage = await RevisedAsync(1);
        await using var engine = await StartEngineAsync();
        await ApplyAsync(storage, engine, 1);
        await AddAsync(storage, 2, Some.Plan() with { Key = Some.OtherKey });

        await ApplyAsync(storage, engine, 2);

        Assert.True((await new SendStore(storage.Containers).ReadAsync(Some.Key, default)).Withdrawn);
        Assert.Equal("rung", (await engine.CompletionAsync(Some.Key.Value)).ReadOutputAs<string>());
    }

    private static async Task<AppStorage> RevisedAsync(int number)
    {
        var storage = await AppStorage.TakeAsync();
        await AddAsync(storage, number, Some.Plan());
        return storage;
    }

    private static Task<CalendarRevision> AddAsync(AppStorage storage, int number, PlannedSend plan) => new RevisionStore(storage.Containers)
        .AddAsync(new CalendarRevision(Calendar, 0, null, $"hash {number}", "essai.yaml", Some.Now, [plan]), default);

    private static Task ApplyAsync(AppStorage storage, TestEngine engine, int number) =>
        new ApplyRevision(
            new RevisionStore(storage.Containers), new SendStore(storage.Containers),
            new SendStarter(new SendStore(storage.Containers), new MessageFinder(storage.Containers)))
            .RunAsync(new RevisionPage(Calendar, number, 0), engine.Client, default);

    /// <summary>Its sends wait for a ring, and end.</summary>
    private static Task<TestEngine> StartEngineAsync() => TestEngine.StartAsync(
        EngineMode.Live,
        registry => registry.Orchestrator(nameof(SendOrchestrator), async context =>
        {
            await context.WaitForExternalEvent<Ring>(Doorbell.Changed);
            return "rung";
        }),
        options => options.Json = Json.Options);

    private static async Task<IReadOnlyList<string>> InstancesAsync(TestEngine engine) =>
        [.. await engine.Client.GetAllInstancesAsync(new OrchestrationQuery()).Select(instance => instance.InstanceId).ToArrayAsync()];
}
