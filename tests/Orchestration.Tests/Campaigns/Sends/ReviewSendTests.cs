using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Planning;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Sends;

public sealed class ReviewSendTests
{
    private static readonly DateTimeOffset TheEvening = Some.Zone.PrepareAt;

    [Fact]
    public async Task RunAsync_EverythingThereOnTheEvening_IsReady()
    {
        var storage = await ReadyAsync();

        var review = await ReviewAsync(storage, TheEvening);

        Assert.Equal((SendPhase.Ready, null), (review.Phase, review.Why));
        Assert.Equal(Some.Slot.End.AddDays(30), review.ClosesAt);
    }

    [Fact]
    public async Task RunAsync_BeforeTheEvening_WaitsForIt()
    {
        var storage = await ReadyAsync();

        var review = await ReviewAsync(storage, TheEvening.AddTicks(-1));

        Assert.Equal((SendPhase.Planned, TheEvening), (review.Phase, review.Until));
    }

    // Invariant E1.
    [Fact]
    public async Task RunAsync_NoVisa_WaitsUntilTheExpiry()
    {
        var storage = await ReadyAsync(withVisa: false);

        var review = await ReviewAsync(storage, TheEvening);

        Assert.Equal((SendPhase.WaitingForVisa, "visa attendu", Some.ExpiresAt), (review.Phase, review.Why, review.Until));
    }

    [Fact]
    public async Task RunAsync_TemplateNotPublished_LooksAgainWithinTheHour()
    {
        var storage = await AppStorage.TakeAsync();
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);

        Assert.Equal(TheEvening.AddHours(1), (await ReviewAsync(storage, TheEvening)).Until);
        Assert.Equal(Some.ExpiresAt, (await ReviewAsync(storage, Some.ExpiresAt.AddMinutes(-10))).Until);
    }

    [Fact]
    public async Task RunAsync_NoDatamart_LooksAgainWithinTheHour()
    {
        var storage = await ReadyAsync(withDatamart: false);

        var review = await ReviewAsync(storage, TheEvening);

        Assert.Equal((SendPhase.Planned, "aucun datamart n’a encore été livré", TheEvening.AddHours(1)), (review.Phase, review.Why, review.Until));
    }

    [Fact]
    public async Task RunAsync_Withdrawn_IsOver()
    {
        var storage = await ReadyAsync();
        await new SendStore(storage.Containers).WithdrawAsync(Some.Key, 2, default);

        Assert.Equal((SendPhase.Over, "retiré du calendrier"), Said(await ReviewAsync(storage, TheEvening)));
    }

    [Fact]
    public async Task RunAsync_Cancelled_IsOver()
    {
        var storage = await ReadyAsync();
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        await control.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default);

        Assert.Equal((SendPhase.Over, "annulé"), Said(await ReviewAsync(storage, TheEvening)));
    }

    [Fact]
    public async Task RunAsync_Expired_IsOverEvenWithItsVisa()
    {
        var storage = await ReadyAsync();

        Assert.Equal((SendPhase.Over, "expiré avant d’avoir pu partir"), Said(await ReviewAsync(storage, Some.ExpiresAt)));
    }

    [Fact]
    public async Task RunAsync_HolidayEverywhere_IsOver()
    {
        var storage = await ReadyAsync(Some.Plan() with { Zones = [Some.Zone with { Slots = [], ExpiresAt = TheEvening }] });

        Assert.Equal((SendPhase.Over, "jour férié dans toutes les caisses"), Said(await ReviewAsync(storage, TheEvening)));
    }

    private static (SendPhase, string?) Said(SendReview review) => (review.Phase, review.Why);

    private static async Task<AppStorage> ReadyAsync(PlannedSend? plan = null, bool withVisa = true, bool withDatamart = true)
    {
        var storage = await AppStorage.TakeAsync();
        await new SendStore(storage.Containers).PlanAsync(plan ?? Some.Plan(), 1, default);
        await SomeLibrary.PublishAsync(storage);
        if (withDatamart)
            await new SnapshotStore(storage.Containers).PromoteAsync(SomeDatamart.Date, default);
        if (withVisa)
            await SomeLibrary.GrantVisaAsync(storage);
        return storage;
    }

    private static async Task<SendReview> ReviewAsync(AppStorage storage, DateTimeOffset now)
    {
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        var visas = new VisaGate(SomeLibrary.Of(storage), new VisaStore(storage.Containers, storage.Clocks), Options.Create(new CaisseOptions()));
        var review = new ReviewSend(
            new SendStore(storage.Containers), control, visas, new SnapshotStore(storage.Containers), Options.Create(new DeliveryOptions()));
        return await review.RunAsync(new ReviewInput(Some.Key, now), default);
    }
}
