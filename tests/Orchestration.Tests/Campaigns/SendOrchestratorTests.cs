using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns;

/// <summary>One send over two caisses on a real engine; what a caisse does is written by the test.</summary>
public sealed class SendOrchestratorTests
{
    private static readonly DateTimeOffset ClosesAt = TestEngine.Begin.AddDays(31);

    private readonly ConcurrentQueue<ReportInput> _reports = new();
    private readonly ConcurrentQueue<FailingSend> _pauses = new();

    private static string Instance => Some.Key.Value;

    [Theory]
    [BothModes]
    public async Task RunAsync_EveryCaisseDone_ReportsAtOnceAndClosesAfterTheReceipts(EngineMode mode)
    {
        await using var engine = await StartAsync((_, input) => Task.FromResult(Done(input.Caisse, delivered: 2)), mode);

        var status = await CompletionAsync(engine);

        Assert.Equal(4, status.Counts.Delivered);
        Assert.False(_reports.First().IsFinal);
        Assert.Same(_reports.Last(), _reports.Single(report => report.IsFinal));
        Assert.Equal(ClosesAt, engine.Time.GetUtcNow());
    }

    // A caisse whose orchestration falls takes nobody else with it, and can be tried again.
    [Fact]
    public async Task RunAsync_CaisseFalls_IsNotCountedUntilItIsTriedAgain()
    {
        var attempts = new ConcurrentQueue<string>();
        await using var engine = await StartAsync((_, input) =>
        {
            attempts.Enqueue(input.Caisse);
            return input.Caisse == "CPAM-01" && attempts.Count(caisse => caisse == input.Caisse) == 1
                ? throw new InvalidOperationException("panne")
                : Task.FromResult(Done(input.Caisse, delivered: 1));
        });
        using var standingStill = await engine.Time.WaitUntilAsync(TestEngine.Begin.AddDays(2), CancellationToken.None);
        var first = _reports.Single().Status;
        Assert.Equal((1, 1), (first.Caisses[CaissePhase.Done], first.Caisses[CaissePhase.NotCounted]));

        await engine.Client.RaiseEventAsync(Instance, SendOrchestrator.RetryCaisse, "CPAM-02");
        await engine.Client.RaiseEventAsync(Instance, SendOrchestrator.RetryCaisse, "CPAM-01");
        standingStill.Dispose();

        Assert.Equal(2, (await CompletionAsync(engine)).Caisses[CaissePhase.Done]);
        Assert.Equal(["CPAM-01", "CPAM-01", "CPAM-02"], attempts.Order());
    }

    [Fact]
    public async Task RunAsync_StorageWasLost_TellsEveryCaisseThatGoesOn()
    {
        await using var engine = await StartAsync(async (context, input) =>
        {
            var ring = await context.WaitForExternalEvent<Ring>(Doorbell.Changed);
            return Done(input.Caisse, delivered: ring.StorageWasLost ? 1 : 0);
        });
        await engine.SettleAsync();

        await engine.Client.RingAllSendsAsync(new Ring(StorageWasLost: true), CancellationToken.None);

        Assert.Equal(2, (await CompletionAsync(engine)).Counts.Delivered);
    }

    // Small lots fail together without any of them saying so; the same failures pause the send once.
    [Fact]
    public async Task RunAsync_FailuresOfSmallLotsAddUp_PausesTheSendOnce()
    {
        await using var engine = await StartAsync(async (context, input) =>
        {
            context.SendEvent(context.Parent!.InstanceId, SendRun.CaisseProgress, Done(input.Caisse, delivered: 6, failed: 6));
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return Done(input.Caisse, delivered: 6, failed: 6);
        });

        await CompletionAsync(engine);

        Assert.Equal(12, Assert.Single(_pauses).Counts.Failed);
    }

    // Whatever is told in any order to one that is not there, or has ended, is told to nobody.
    [Fact]
    public async Task TellAsync_EndedOrNeverStarted_DoesNothing()
    {
        await using var engine = await StartAsync((_, input) => Task.FromResult(Done(input.Caisse, delivered: 1)));
        await CompletionAsync(engine);
        var reports = _reports.Count;

        await engine.Client.RingAsync(Instance, CancellationToken.None);
        await engine.Client.RingAsync(Some.OtherKey.Value, CancellationToken.None);
        await engine.Client.RingAllSendsAsync(new Ring(), CancellationToken.None);

        Assert.Equal(reports, _reports.Count);
        Assert.Null(await engine.Client.GetInstanceAsync(Some.OtherKey.Value));
    }

    private static CaisseStatus Done(string caisse, int delivered, int failed = 0) => new(
        caisse, CaissePhase.Done, null, delivered + failed, delivered + failed, new Dictionary<string, int>(),
        new DeliveryCounts(0, delivered, failed, 0, 0, 0));

    private static async Task<SendStatus> CompletionAsync(TestEngine engine)
    {
        var ended = await engine.CompletionAsync(Instance);
        Assert.True(ended.FailureDetails is null, ended.ToString());
        return ended.ReadOutputAs<SendStatus>()!;
    }

    private async Task<TestEngine> StartAsync(
        Func<TaskOrchestrationContext, CaisseSendInput, Task<CaisseStatus>> caisse, EngineMode mode = EngineMode.Live)
    {
        var engine = await TestEngine.StartAsync(
            mode,
            registry =>
            {
                registry.Orchestrator(nameof(SendOrchestrator), context => SendOrchestrator.RunAsync(context, context.GetInput<SendInput>()!));
                registry.Orchestrator(nameof(CaisseSendOrchestrator), context => caisse(context, context.GetInput<CaisseSendInput>()!));
                registry.Activity<ReviewInput, SendReview>(nameof(ReviewSend), _ => new SendReview(SendPhase.Ready, null, null, ClosesAt, new ErrorThreshold()));
                registry.Activity<SendKey, PinnedAudience>(nameof(PinAudience), _ => new PinnedAudience(
                    SomeDatamart.Date, [new PinnedCaisse("CPAM-01", TestEngine.Begin, null), new PinnedCaisse("CPAM-02", TestEngine.Begin, null)]));
                registry.Activity<ReportInput, SendStatus>(nameof(ReportSend), input =>
                {
                    _reports.Enqueue(input);
                    return input.Status;
                });
                registry.Activity<FailingSend, object?>(nameof(PauseFailingSend), input =>
                {
                    _pauses.Enqueue(input);
                    return null;
                });
            },
            options => options.Json = Json.Options);
        await engine.ScheduleAsync(nameof(SendOrchestrator), new SendInput(Some.Key), Instance);
        return engine;
    }
}
