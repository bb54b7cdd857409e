using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Reports;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Reports;

/// <summary>Invariant E7, from what is stored.</summary>
public sealed class TallyCounterTests
{
    [Fact]
    public async Task TryCountAsync_NothingCommitted_IsNull() => Assert.Null(await TryCountAsync(await AppStorage.TakeAsync()));

    [Fact]
    public async Task TryCountAsync_EveryKindOfEnd_AddsUp()
    {
        var storage = await AppStorage.TakeAsync();
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 6), new LotEntry(2, 0, Channel.Sms, 3), new LotEntry(3, 1, Channel.Sms, 4));
        await SomeLot.RecordAsync(
            storage,
            (1, DeliveryStatus.Delivered, null),
            (2, DeliveryStatus.Failed, "mailbox-full"),
            (3, DeliveryStatus.Withheld, ExclusionReason.Stop),
            (4, DeliveryStatus.Expired, null),
            (5, DeliveryStatus.Unknown, "interrupted"),
            (6, DeliveryStatus.Delivered, null));
        await CloseAsync(storage, LotEnd.Cancelled, 2);
        await CloseAsync(storage, LotEnd.Expired, 3);

        var tally = await CountAsync(storage);

        Assert.Equal(new DeliveryCounts(0, 2, 1, 5, 1, 4), tally.Counts);
        Assert.Equal(new Dictionary<string, int> { [ExclusionReason.Cancelled] = 3, [ExclusionReason.Stop] = 1 }, tally.Withheld);
        Assert.Equal(new Dictionary<string, int> { ["mailbox-full"] = 1 }, tally.Failed);
        Assert.Empty(Accounting.Check(tally, isClosed: true));
    }

    [Fact]
    public async Task TryCountAsync_CountedTwice_IsTheSame()
    {
        var storage = await AppStorage.TakeAsync();
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 2));
        await SomeLot.RecordAsync(storage, (1, DeliveryStatus.Delivered, null), (1, DeliveryStatus.Delivered, null), (2, DeliveryStatus.Withheld, "stop"));

        Assert.Equivalent(await CountAsync(storage), await CountAsync(storage), strict: true);
        Assert.Equal(2, (await CountAsync(storage)).Counts.Final);
    }

    [Fact]
    public async Task TryCountAsync_WithheldAtRendering_CountsUnderItsReason()
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, 1);
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 2));
        await SomeLot.RecordAsync(storage, (1, DeliveryStatus.Delivered, null));
        await WithheldAsync(storage, lot.Sha256, 2, ExclusionReason.Unsubscribed);
        await WithheldAsync(storage, new string('0', 64), 1, ExclusionReason.Stop);

        var tally = await CountAsync(storage);

        Assert.Equal(new DeliveryCounts(0, 1, 0, 0, 0, 1), tally.Counts);
        Assert.Equal([ExclusionReason.Unsubscribed], tally.Withheld.Keys);
    }

    [Fact]
    public async Task TryCountAsync_NothingRecordedYet_IsPending()
    {
        var storage = await AppStorage.TakeAsync();
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 2));

        Assert.Equal(2, (await CountAsync(storage)).Pending);
    }

    // Accepted, and unknown after a crash: what the provider says later is the last word.
    [Theory]
    [InlineData(DeliveryStatus.Accepted)]
    [InlineData(DeliveryStatus.Unknown)]
    public async Task TryCountAsync_ReceiptsCame_CountInsteadOfWhatWasRecorded(DeliveryStatus recorded)
    {
        var storage = await AppStorage.TakeAsync();
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 3));
        await SomeLot.RecordAsync(storage, (1, recorded, null), (2, recorded, null), (3, recorded, null));
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        var receipts = new ApplyReceipt(storage.Containers, suppressions);
        await receipts.RunAsync(new Receipt(Some.Lot(), Some.MessageIdOf(1), DeliveryStatus.Delivered, null, false, Some.Now), default);
        await receipts.RunAsync(new Receipt(Some.Lot(), Some.MessageIdOf(2), DeliveryStatus.Failed, "mailbox-full", false, Some.Now), default);

        var tally = await CountAsync(storage);

        Assert.Equal(DeliveryCounts.Of(recorded, 1) + new DeliveryCounts(0, 1, 1, 0, 0, 0), tally.Counts);
        Assert.Equal(["mailbox-full"], tally.Failed.Keys);
    }

    // The book did not know that it had been announced: what the delivery recorded is what happened.
    [Fact]
    public async Task TryCountAsync_ClosedLotThatHadBegunToGo_CountsWhatWentAndClosesTheRest()
    {
        var storage = await AppStorage.TakeAsync();
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 4));
        await SomeLot.RecordAsync(storage, (1, DeliveryStatus.Delivered, null), (2, DeliveryStatus.Withheld, ExclusionReason.Stop));
        await CloseAsync(storage, LotEnd.Cancelled, 1);

        var tally = await CountAsync(storage);

        Assert.Equal(new DeliveryCounts(0, 1, 0, 0, 0, 3), tally.Counts);
        Assert.Equal(new Dictionary<string, int> { [ExclusionReason.Cancelled] = 2, [ExclusionReason.Stop] = 1 }, tally.Withheld);
        Assert.Empty(Accounting.Check(tally, isClosed: true));
    }

    // Rendered again after storage had lost it, without somebody who had got the message and then opposed.
    [Fact]
    public async Task TryCountAsync_DeliveredThenLeftOutOfASecondRendering_StaysDelivered()
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, 1);
        await CommitAsync(storage, new LotEntry(1, 0, Channel.Email, 3));
        await SomeLot.RecordAsync(storage, (2, DeliveryStatus.Delivered, null));
        await WithheldAsync(storage, lot.Sha256, 2, ExclusionReason.Unsubscribed);

        Assert.Equal(DeliveryCounts.Of(DeliveryStatus.Delivered, 1), (await CountAsync(storage)).Counts);
    }

    private static async Task<CaisseTally> CountAsync(AppStorage storage) => (await TryCountAsync(storage))!;

    private static Task<CaisseTally?> TryCountAsync(AppStorage storage) =>
        new TallyCounter(storage.Containers, new LotStore(storage.Containers)).TryCountAsync(Some.Key, Some.Caisse, default);

    private static Task CommitAsync(AppStorage storage, params LotEntry[] lots) =>
        storage.Containers.Decisions.TryCreateAsync(DecisionPaths.Index(Some.Key, Some.Caisse), SomeDecisions.Index(lots), default);

    private static Task CloseAsync(AppStorage storage, LotEnd end, int lot) =>
        new CloseLots(storage.Containers).RunAsync(new CloseLotsInput(Some.Key, Some.Caisse, [lot], end), default);

    private static Task WithheldAsync(AppStorage storage, string sha256, int person, string reason) => storage.Containers.Decisions.WriteAsync(
        DecisionPaths.Withheld(Some.Key, Some.Caisse, 1, sha256),
        new BinaryData(System.Text.Json.JsonSerializer.Serialize(Some.Outcome(Some.MessageIdOf(person), DeliveryStatus.Withheld, reason), Json.Options) + "\n"),
        "application/x-ndjson",
        default);
}
