using System.Text.Json;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.Tests.Campaigns;

public sealed class CaisseSendOrchestratorTests
{
    [Theory]
    [BothModes]
    public async Task RunAsync_MoreLotsThanOneHistoryHolds_BeginsNewOnesAndRendersEachLotOnce(EngineMode mode)
    {
        await using var stage = await CaisseStage.StartAsync(250, mode: mode);

        Assert.Equal(CaissePhase.Done, (await stage.CompletionAsync()).Phase);

        Assert.Equal(Enumerable.Range(1, 250), stage.Rendered.Select(input => input.Lot.Number).Order());
        using var history = JsonDocument.Parse(await stage.HistoryAsync());
        Assert.Equal(2, history.RootElement.GetProperty("generation").GetInt32());
        Assert.InRange(history.RootElement.GetProperty("turns").GetArrayLength(), 1, 250);
    }

    [Fact]
    public async Task RunAsync_OutOfHours_WaitsUntilTheyCome()
    {
        var opens = CaisseStage.Slot.Start.AddHours(14);
        await using var stage = await CaisseStage.StartAsync(
            2, stage => stage.Gate = input => input.Now < opens ? SlotGate.Wait(opens, "hors des heures d’envoi") : SlotGate.Open("content"));

        await stage.CompletionAsync();

        Assert.Equal(2, stage.Rendered.Count);
        Assert.Equal(opens, stage.Engine.Time.GetUtcNow());
    }

    [Fact]
    public async Task RunAsync_CancelledBeforeItsSlot_ClosesItsLotsAndRendersNone()
    {
        await using var stage = await CaisseStage.StartAsync(3, stage => stage.Gate = _ => SlotGate.Over(LotEnd.Cancelled, "annulé"));

        await stage.CompletionAsync();

        Assert.Empty(stage.Rendered);
        var closed = Assert.Single(stage.Closed);
        Assert.Equal([1, 2, 3], closed.Lots);
        Assert.Equal(LotEnd.Cancelled, closed.End);
    }

    // Paused on the queue, and never resumed: at its expiry a lot is announced a last time, without content, so that each message has its end.
    [Fact]
    public async Task RunAsync_PausedUntilItExpires_AnnouncesALastTimeWhatWasRenderedAndClosesTheRest()
    {
        await using var stage = await CaisseStage.StartAsync(2, stage =>
        {
            stage.Gate = input => input.Now >= CaisseStage.ExpiresAt ? SlotGate.Over(LotEnd.Expired, "expiré") : SlotGate.Open("content");
            stage.Announces = input => input.Lot.Number == 1 || input.ContentHash is null;
            stage.Settles = input => input.ContentHash is null ? CaisseStage.Delivered(input.Lot.Number) : null;
        });

        await stage.CompletionAsync();

        Assert.Equal([(1, "content"), (2, "content"), (1, null)], stage.Rendered.Select(input => (input.Lot.Number, input.ContentHash)));
        Assert.True(stage.Rendered[^1].WasRendered);
        Assert.Equal([2], Assert.Single(stage.Closed).Lots);
    }

    // The operator who paused it forgets it: it must end by itself all the same.
    [Fact]
    public async Task RunAsync_HeldByAPauseThatNobodyEnds_IsAnnouncedALastTimeAtItsExpiry()
    {
        await using var stage = await CaisseStage.StartAsync(1, stage =>
        {
            stage.Gate = input => input.Now >= CaisseStage.ExpiresAt ? SlotGate.Over(LotEnd.Expired, "expiré") : SlotGate.Open("content");
            stage.Settles = input => input.ContentHash is null
                ? new LotSettlement(1, null, null, DeliveryCounts.Of(DeliveryStatus.Expired, 1))
                : new LotSettlement(1, LotHold.Paused, null, DeliveryCounts.None);
        });

        await stage.CompletionAsync();

        Assert.Equal(["content", null], stage.Rendered.Select(input => input.ContentHash));
        Assert.Equal(CaisseStage.ExpiresAt, stage.Engine.Time.GetUtcNow());
    }

    [Fact]
    public async Task RunAsync_StorageWasLost_AnnouncesAgainWhatNobodyAnswered()
    {
        await using var stage = await CaisseStage.StartAsync(2, stage => stage.Settles = input => input.WasRendered || input.Lot.Number == 1 ? CaisseStage.Delivered(input.Lot.Number) : null);
        using var standingStill = await stage.Engine.Time.WaitUntilAsync(CaisseStage.Slot.Start.AddMinutes(1), CancellationToken.None);
        Assert.Equal([1, 2], stage.Rendered.Select(input => input.Lot.Number).Order());

        await stage.RaiseAsync(Doorbell.Changed, new Ring(StorageWasLost: true));
        await stage.CompletionAsync();

        Assert.Equal((2, true), (stage.Rendered[^1].Lot.Number, stage.Rendered[^1].WasRendered));
        Assert.Equal(3, stage.Rendered.Count);
    }
}
