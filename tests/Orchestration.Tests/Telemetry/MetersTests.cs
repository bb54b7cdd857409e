using Orchestration.Caisses;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Tests.Campaigns.CaisseSends;
using Orchestration.Tests.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Telemetry;

/// <summary>What each step records, and what a repeat of it does not record again.</summary>
public sealed class MetersTests
{
    [Fact]
    public async Task Review_PhaseThatChanges_IsCounted()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        using var probe = new MeterProbe();

        await ReviewAsync(storage, null);
        await ReviewAsync(storage, SendPhase.WaitingForVisa);
        await SomeLibrary.GrantVisaAsync(storage);
        await ReviewAsync(storage, SendPhase.WaitingForVisa);

        Assert.Equal([(1, "phase=waiting-for-visa"), (1, "phase=planned")], probe.Of("orchestration.sends"));
    }

    [Fact]
    public async Task Preparation_Repeated_CountsItsDecisionsOnce()
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        using var bench = new PreparationBench(storage);
        using var elsewhere = new PreparationBench(storage.Another());
        using var probe = new MeterProbe();

        await bench.PrepareAsync();
        await elsewhere.PrepareAsync();

        Assert.Equal(
            [(1, "outcome=excluded reason=invalid-contact"), (1, "outcome=excluded reason=no-contact"), (3, "outcome=queued")],
            probe.Of("orchestration.decisions").OrderBy(measure => measure.Tags, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rendering_Repeated_CountsItsLotAndThoseLeftOutOnce()
    {
        var storage = await AppStorage.TakeAsync();
        await RenderingBench.DecideAsync(storage, RenderingBench.Recipient(1), RenderingBench.Recipient(2, to: "pas une adresse"));
        var content = await SomeLibrary.PublishedContentAsync(storage);
        using var bench = new RenderingBench(storage);
        using var elsewhere = new RenderingBench(storage.Another());
        using var probe = new MeterProbe();

        await bench.RenderAsync(content);
        await elsewhere.RenderAsync(content);

        Assert.Equal([(1, "channel=email")], probe.Of("orchestration.lots.rendered"));
        Assert.Equal([(1, "channel=email status=withheld")], probe.Of("orchestration.messages"));
    }

    [Fact]
    public async Task Delivery_AnnouncedTwice_CountsLotMessagesAndWaitOnce()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        bench.Adapter.Answer = (_, number) => Task.FromResult(number == 2 ? SendResult.Failed("unknown-user") : SendResult.Delivered);
        var lot = (await SomeLot.WriteAsync(bench.Storage, 4)) with { AnnouncedAt = Some.Now.AddSeconds(-20) };
        using var probe = new MeterProbe();

        await bench.DeliverAsync(lot);
        await bench.DeliverAsync(lot);

        Assert.Equal([(20, "channel=email")], probe.Of("orchestration.queue.age"));
        Assert.Equal([(1, "channel=email outcome=settled")], probe.Of("orchestration.lots.delivered"));
        Assert.Equal(
            [("channel=email status=delivered", 3), ("channel=email status=failed", 1)],
            probe.Of("orchestration.messages").GroupBy(measure => measure.Tags, measure => measure.Value).Select(group => (group.Key, (int)group.Sum())).Order());
        Assert.Equal(4, probe.Of("orchestration.delivery.duration").Count);
    }

    [Fact]
    public async Task Delivery_Paused_SaysWhatItWaitsFor()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, 1);
        await bench.Control.StopAllAsync("léa", "incident", default);
        using var probe = new MeterProbe();

        await bench.DeliverAsync(lot);

        Assert.Equal([(1, "channel=email outcome=paused")], probe.Of("orchestration.lots.delivered"));
        Assert.Empty(probe.Of("orchestration.messages"));
    }

    [Fact]
    public async Task Tally_CaisseThatIsDone_MeasuresFromItsSlot()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email));
        await SomeLot.WriteAsync(storage, 1);
        await SomeLot.RecordAsync(storage, (1, DeliveryStatus.Delivered, null));
        using var probe = new MeterProbe();

        await new TallyCaisse(storage.Containers, new TallyCounter(storage.Containers, new LotStore(storage.Containers)), storage.Clocks)
            .RunAsync(new TallyInput(Some.Key, Some.Caisse, CaissePhase.Done, null), default);

        Assert.Equal([((Some.Now - Some.Slot.Start).TotalSeconds, "")], probe.Of("orchestration.caisse.duration"));
    }

    [Fact]
    public async Task Receipt_TakenIn_IsCountedByItsStatus()
    {
        var storage = await AppStorage.TakeAsync();
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        using var probe = new MeterProbe();

        await new ApplyReceipt(storage.Containers, suppressions).RunAsync(
            new Receipt(Some.Lot(), Some.MessageIdOf(1), DeliveryStatus.Delivered, null, false, Some.Now), default);

        Assert.Equal([(1, "status=delivered")], probe.Of("orchestration.receipts"));
    }

    [Fact]
    public async Task QueueMessage_GivenUp_IsCountedByItsFunction()
    {
        var storage = await AppStorage.TakeAsync();
        using var probe = new MeterProbe();
        var context = new FakeFunctionContext(typeof(DeliverLot), null, ("DequeueCount", $"{FailureLedger.LastAttempt}"), ("Id", "\"1\""), ("QueueTrigger", "{}"));

        await Assert.ThrowsAsync<InvalidDataException>(
            () => new FailureLedger(storage.Containers, storage.Clocks).Invoke(context, _ => throw new InvalidDataException()));

        Assert.Equal([(1, "function=DeliverLot")], probe.Of("orchestration.poison"));
    }

    private static Task ReviewAsync(AppStorage storage, SendPhase? before)
    {
        var visas = new VisaGate(SomeLibrary.Of(storage), new VisaStore(storage.Containers, storage.Clocks), Options.Create(new CaisseOptions()));
        return new ReviewSend(
            new SendStore(storage.Containers), new ControlStore(storage.Containers, storage.Clocks), visas, new SnapshotStore(storage.Containers),
            Options.Create(new DeliveryOptions())).RunAsync(new ReviewInput(Some.Key, Some.Zone.PrepareAt.AddDays(-1), before), default);
    }
}
