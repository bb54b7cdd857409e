using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

/// <summary>Lots that wait: for their hours, for the end of a pause, for storage that was lost.</summary>
public sealed partial class LotBookTests
{
    [Fact]
    public void Settle_HeldUntilAMoment_IsDueThen()
    {
        var book = Book.Announce(2, Start).Settle(new LotSettlement(2, LotHold.Hours, NextDay, DeliveryCounts.Of(DeliveryStatus.Delivered, 1)));

        Assert.DoesNotContain(2, Due(book, NextDay.AddTicks(-1)));
        Assert.Contains(2, Due(book, NextDay));
        Assert.Equal(1, book.Counts.Delivered);
        Assert.Equal(DeliveryCounts.None, book.Settled);
    }

    [Fact]
    public void Wake_HeldUntilSomethingChanges_IsDueAtOnceElseAtTheExpiry()
    {
        var paused = Book.Announce(2, Start).Settle(new LotSettlement(2, LotHold.Paused, null, DeliveryCounts.None));
        Assert.DoesNotContain(2, Due(paused, Some.ExpiresAt.AddTicks(-1)));
        Assert.Contains(2, Due(paused, Some.ExpiresAt));

        var woken = paused.Wake(Some.Now, announceAgain: false);

        Assert.Equal([2, 3], Due(woken, Some.Now));
        Assert.True(woken.Open.Single(lot => lot.Number == 2).Rendered);
    }

    [Fact]
    public void Wake_HeldUntilAMomentOrAnnounced_LeavesThemAlone()
    {
        var book = Book.Announce(3, Start).Settle(new LotSettlement(2, LotHold.Hours, NextDay, DeliveryCounts.None));

        Assert.Equal(book.Open, book.Wake(Some.Now, announceAgain: false).Open);
    }

    // Its rendering was repeated after a crash, and met a pause: the book does not know that it was announced, and the delivery does.
    [Fact]
    public void Settle_HeldThoughNotKnownAsAnnounced_IsTheDeliverysToEnd()
    {
        var lot = Book.Hold(2, null).Settle(new LotSettlement(2, LotHold.Paused, null, TwoDelivered)).Open.Single(lot => lot.Number == 2);

        Assert.True(lot.Rendered);
    }

    // Storage lost its last moments: what is on the queue, as far as the book knows, may not be there any more.
    [Fact]
    public void Wake_StorageWasLost_AnnouncesAgainWhatWasAnnouncedAndNothingElse()
    {
        var book = Book.Announce(3, Start).Settle(new LotSettlement(2, LotHold.Hours, NextDay, DeliveryCounts.None));

        var woken = book.Wake(Start, announceAgain: true);

        Assert.Equal([3], Due(woken, Start));
        Assert.Equal(book.Open.Where(lot => lot.Number != 3), woken.Open.Where(lot => lot.Number != 3));
    }

    [Fact]
    public void Hold_LotThatCouldNotBeRendered_WaitsAndIsNotRendered()
    {
        var lot = Book.Hold(2, null).Open.Single(lot => lot.Number == 2);

        Assert.Equal((LotState.Held, false, null), (lot.State, lot.Rendered, lot.Until));
    }
}
