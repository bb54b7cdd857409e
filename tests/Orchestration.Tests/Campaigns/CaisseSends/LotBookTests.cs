using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

public sealed partial class LotBookTests
{
    private static readonly DateTimeOffset Start = Some.Slot.Start;
    private static readonly DateTimeOffset NextDay = Start.AddDays(1);
    private static readonly DeliveryCounts TwoDelivered = DeliveryCounts.Of(DeliveryStatus.Delivered, 2);

    private static readonly LotBook Book = LotBook.Of(
        [Some.Slot, new Slot(NextDay, NextDay.AddHours(10))],
        Some.ExpiresAt,
        [new LotEntry(1, 1, Channel.Email, 2), new LotEntry(2, 0, Channel.Sms, 2), new LotEntry(3, 0, Channel.Email, 2)]);

    [Fact]
    public void Of_Lots_AreInTheOrderInWhichTheyGo() => Assert.Equal([2, 3, 1], Book.Open.Select(lot => lot.Number));

    [Fact]
    public void Of_NoLot_IsDone() => Assert.True(LotBook.Of([Some.Slot], Some.ExpiresAt, []).IsDone);

    [Fact]
    public void Due_AsSlotsCome_GrowsWithThem()
    {
        Assert.Empty(Book.Due(Start.AddTicks(-1)));
        Assert.Equal([2, 3], Due(Book, Start));
        Assert.Equal([2, 3, 1], Due(Book, NextDay));
    }

    [Fact]
    public void NextDue_BetweenSlots_IsTheNextOne()
    {
        Assert.Equal(Start, Book.NextDue(Start.AddHours(-1)));
        Assert.Equal(NextDay, Book.NextDue(Start));
        Assert.Null(Book.NextDue(NextDay));
    }

    [Fact]
    public void Announce_Lot_IsNotDueAgainBeforeTheExpiry()
    {
        var book = Book.Announce(2, Start);

        Assert.Equal([3], Due(book, Start));
        Assert.Equal([2, 3, 1], Due(book, Some.ExpiresAt));
        var lot = book.Open.Single(lot => lot.Number == 2);
        Assert.Equal((LotState.Announced, true, Some.ExpiresAt), (lot.State, lot.Rendered, lot.Until));
    }

    // Nobody answers: at the expiry it is announced a last time, and then every day.
    [Fact]
    public void Announce_AfterTheExpiry_IsRepeatedEveryDay()
    {
        var book = Book.Announce(2, Some.ExpiresAt);

        Assert.DoesNotContain(2, Due(book, Some.ExpiresAt.AddDays(1).AddTicks(-1)));
        Assert.Contains(2, Due(book, Some.ExpiresAt.AddDays(1)));
    }

    [Fact]
    public void Settle_Settled_ClosesTheLotAndKeepsItsCounts()
    {
        var book = Book.Announce(2, Start).Settle(Settled(2));

        Assert.Equal([3, 1], book.Open.Select(lot => lot.Number));
        Assert.Equal((TwoDelivered, TwoDelivered), (book.Settled, book.Counts));
    }

    [Fact]
    public void Settle_HeardTwice_CountsOnce()
    {
        var book = Book.Announce(2, Start).Settle(Settled(2));

        Assert.Same(book, book.Settle(Settled(2)));
        Assert.Same(book, book.Settle(new LotSettlement(2, LotHold.Paused, null, DeliveryCounts.None)));
    }

    [Fact]
    public void Settle_UnknownLot_ChangesNothing() => Assert.Same(Book, Book.Settle(Settled(9)));

    // Settled while it was being announced again: the answer of the first announcement ends it, that of the second is late.
    [Fact]
    public void Settle_AnnouncedAgainMeanwhile_EndsIt()
    {
        var book = Book.Announce(2, Start).Announce(2, Some.ExpiresAt).Settle(Settled(2));

        Assert.DoesNotContain(2, book.Open.Select(lot => lot.Number));
        Assert.Same(book, book.Settle(Settled(2)));
    }

    [Fact]
    public void Close_LotsThatNeverWent_AreDoneWithTheirCounts()
    {
        var book = Book.Announce(2, Start).Settle(Settled(2)).Close([1, 3], DeliveryCounts.Of(DeliveryStatus.Withheld, 4));

        Assert.True(book.IsDone);
        Assert.Equal(new DeliveryCounts(0, 2, 0, 0, 0, 4), book.Counts);
    }

    [Fact]
    public void Announce_UnknownOrClosedLot_ChangesNothing() => Assert.Equal(Book.Open, Book.Announce(9, Start).Open);

    private static IEnumerable<int> Due(LotBook book, DateTimeOffset now) => book.Due(now).Select(lot => lot.Number);

    private static LotSettlement Settled(int lot) => new(lot, null, null, TwoDelivered);
}
