using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

/// <summary>Invariant E12: a reminder goes to people whom the first message reached, and to nobody else.</summary>
public sealed class RemindedPeopleTests
{
    [Fact]
    public async Task FindAsync_EveryKindOfEnd_KeepsThoseWhoseMessageWasHandedOver()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(
            storage,
            ("P1", Channel.Email), ("P2", Channel.Email), ("P3", Channel.Email), ("P4", Channel.Email), ("P5", Channel.Email), ("P6", Channel.Email),
            ("P7", null));
        await SomeLot.RecordAsync(
            storage,
            (1, DeliveryStatus.Delivered, null), (2, DeliveryStatus.Accepted, null), (3, DeliveryStatus.Unknown, "interrupted"),
            (4, DeliveryStatus.Failed, "mailbox-full"), (5, DeliveryStatus.Withheld, ExclusionReason.Stop), (6, DeliveryStatus.Expired, null));

        var reached = await FindAsync(storage);

        Assert.Equal(["P1", "P2", "P3"], reached.People.Order());
        Assert.Null(reached.Note);
    }

    [Fact]
    public async Task FindAsync_BouncedAfterwards_IsNotReminded()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email), ("P2", Channel.Email));
        await SomeLot.RecordAsync(storage, (1, DeliveryStatus.Accepted, null), (2, DeliveryStatus.Accepted, null));
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        await new ApplyReceipt(storage.Containers, suppressions)
            .RunAsync(new Receipt(Some.Lot(), Some.MessageIdOf(2), DeliveryStatus.Failed, "no-such-mailbox", false, Some.Now), default);

        Assert.Equal(["P1"], (await FindAsync(storage)).People);
    }

    // A reminder does not overtake what it reminds of.
    [Fact]
    public async Task FindAsync_StillBeingSent_TakesWhatHasGoneAndSaysHowManyHaveNot()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email), ("P2", Channel.Email), ("P3", Channel.Email), ("P4", Channel.Sms));
        await SomeLot.RecordAsync(storage, (1, DeliveryStatus.Delivered, null), (2, DeliveryStatus.HandingOver, null));

        var reached = await FindAsync(storage);

        Assert.Equal(["P1"], reached.People);
        Assert.StartsWith("3\u00A0personnes ne sont pas relancées", reached.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_ClosedBeforeItWent_RemindsNobodyAndWaitsForNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email));
        await new CloseLots(storage.Containers).RunAsync(new CloseLotsInput(Some.Key, Some.Caisse, [1], LotEnd.Cancelled), default);

        var reached = await FindAsync(storage);

        Assert.Empty(reached.People);
        Assert.Null(reached.Note);
    }

    [Fact]
    public async Task FindAsync_NeverDecidedThere_RemindsNobodyAndSaysWhy()
    {
        var reached = await FindAsync(await AppStorage.TakeAsync());

        Assert.Empty(reached.People);
        Assert.Equal("aucune relance, «\u00A0invitation\u00A0» n’est pas parti ici", reached.Note);
    }

    [Fact]
    public async Task RunAsync_ReminderOfWhatNeverWent_CommitsThatItTargetsNobody()
    {
        var storage = await PreparationBench.ReadyAsync(PreparationBench.People);
        using var bench = new PreparationBench(storage);
        await bench.Sends.PlanAsync(Some.Plan() with { Reminds = Some.OtherKey }, 2, default);

        var prepared = await bench.PrepareAsync();

        Assert.Equal((CaissePhase.Sending, 0, 0), (prepared.Phase, prepared.Targeted, prepared.Queued));
        Assert.Equal("aucune relance, «\u00A0relance\u00A0» n’est pas parti ici", prepared.Why);
        Assert.Equal(prepared.Why, (await PreparationBench.IndexAsync(storage)).Note);
    }

    private static Task<Reached> FindAsync(AppStorage storage) =>
        new RemindedPeople(storage.Containers, new LotStore(storage.Containers)).FindAsync(Some.Key, Some.Caisse, default);
}
