using System.Collections.Concurrent;
using Orchestration.Audience.Decisions;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns;

/// <summary>The orchestration of one caisse on a real engine, with activities that a test writes: no storage, no messages.</summary>
internal sealed class CaisseStage : IAsyncDisposable
{
    public static readonly Slot Slot = new(TestEngine.Begin.AddHours(1), TestEngine.Begin.AddHours(11));

    public static readonly DateTimeOffset ExpiresAt = TestEngine.Begin.AddDays(3);

    private static readonly string Instance = $"{Some.Key}:{Some.Caisse}";

    private readonly ConcurrentQueue<RenderInput> _rendered = new();
    private readonly ConcurrentQueue<CloseLotsInput> _closed = new();
    private TestEngine _engine = null!;

    /// <summary>Every call of RenderLot, in order.</summary>
    public IReadOnlyList<RenderInput> Rendered => [.. _rendered];

    public IReadOnlyList<CloseLotsInput> Closed => [.. _closed];

    public TestEngine Engine => _engine;

    /// <summary>What the gate says at a moment; open by default.</summary>
    public Func<OpenSlotInput, SlotGate> Gate { get; set; } = _ => SlotGate.Open("content");

    /// <summary>Whether a lot can be announced; yes by default.</summary>
    public Func<RenderInput, bool> Announces { get; set; } = _ => true;

    /// <summary>What the delivery of an announced lot tells at once; null when it says nothing.</summary>
    public Func<RenderInput, LotSettlement?> Settles { get; set; } = input => Delivered(input.Lot.Number);

    public static LotSettlement Delivered(int lot) => new(lot, null, null, DeliveryCounts.Of(DeliveryStatus.Delivered, 1));

    /// <summary>Starts a caisse of so many lots of one message.</summary>
    public static async Task<CaisseStage> StartAsync(int lots, Action<CaisseStage>? change = null, EngineMode mode = EngineMode.Replayed)
    {
        var stage = new CaisseStage();
        change?.Invoke(stage);
        stage._engine = await TestEngine.StartAsync(mode, stage.Register(lots), options => options.Json = Json.Options);
        var input = new CaisseSendInput(Some.Key, Some.Caisse, SomeDatamart.Date, TestEngine.Begin, null);
        await stage._engine.ScheduleAsync(nameof(CaisseSendOrchestrator), input, Instance);
        return stage;
    }

    public Task RaiseAsync(string name, object payload) => _engine.Client.RaiseEventAsync(Instance, name, payload);

    public Task<string> HistoryAsync() => _engine.Engine.ExportHistoryAsync(Instance);

    /// <summary>Waits for the end.</summary>
    /// <returns>What the caisse counted while it sent, as its last status says.</returns>
    public async Task<CaisseStatus> CompletionAsync()
    {
        var ended = await _engine.CompletionAsync(Instance);
        Assert.True(ended.IsCompleted && ended.FailureDetails is null, ended.ToString());
        return ended.ReadOutputAs<CaisseStatus>()!;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Action<LocalRuntime.Durable.TaskRegistry> Register(int lots) => registry =>
    {
        registry.Orchestrator(
            nameof(CaisseSendOrchestrator), context => CaisseSendOrchestrator.RunAsync(context, context.GetInput<CaisseSendInput>()!));
        registry.Activity<PrepareInput, PreparedCaisse>(nameof(PrepareCaisse), _ => Prepared(lots));
        registry.Activity<OpenSlotInput, SlotGate>(nameof(OpenSlot), input => Gate(input));
        registry.ActivityAsync<RenderInput, LotAnnouncement>(nameof(RenderLot), async (input, _) =>
        {
            _rendered.Enqueue(input);
            var announced = Announces(input);
            if (announced && Settles(input) is { } settlement)
                await RaiseAsync(CaisseSignals.LotSettled, settlement);
            return new LotAnnouncement(input.Lot.Number, announced);
        });
        registry.Activity<CloseLotsInput, DeliveryCounts>(nameof(CloseLots), input =>
        {
            _closed.Enqueue(input);
            return DeliveryCounts.Of(input.End.Status, input.Lots.Count);
        });
        registry.Activity<TallyInput, CaisseStatus>(
            nameof(TallyCaisse), input => CaisseStatus.Nothing(input.Caisse, input.Phase, input.Why));
    };

    private static PreparedCaisse Prepared(int lots) => new(
        CaissePhase.Sending, null, null, "r1", 80, lots, new Dictionary<string, int>(), [Slot], ExpiresAt,
        [.. Enumerable.Range(1, lots).Select(number => new LotEntry(number, 0, Channel.Email, 1))]);
}
