using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Planning;
using Orchestration.Tests.Messages.Templates;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

public sealed class OpenSlotTests
{
    [Fact]
    public async Task RunAsync_WithinHoursWithItsVisa_OpensWithTheContentOfTheVisa()
    {
        var storage = await ReadyAsync();

        var gate = await OpenAsync(storage, Some.Now);

        Assert.Equal(GateState.Open, gate.State);
        Assert.Equal((await SomeLibrary.Of(storage).ResolveAsync(Some.Plan(), default))!.Hash, gate.ContentHash);
    }

    // Invariant E1: a content that changed after its visa does not go.
    [Fact]
    public async Task RunAsync_ContentChangedSinceItsVisa_WaitsAndAsksForAnother()
    {
        var storage = await ReadyAsync();
        await SomeLibrary.PublishAsync(storage, SomePackage.Changed("subject.sbntxt", "{{ prenom }}", "{{prenom}}"));

        var gate = await OpenAsync(storage, Some.Now);

        Assert.Equal((GateState.Waiting, Some.ExpiresAt), (gate.State, gate.Until));
        Assert.Equal("le contenu a changé depuis les décisions : visa attendu", gate.Why);
        Assert.Single(await new VisaStore(storage.Containers, storage.Clocks).PendingAsync(default));
    }

    [Fact]
    public async Task RunAsync_OutsideTheHours_WaitsForThem()
    {
        var gate = await OpenAsync(await ReadyAsync(), Some.Now.AddHours(12));

        Assert.Equal((GateState.Waiting, new DateTimeOffset(2027, 4, 28, 7, 0, 0, TimeSpan.Zero), "hors des heures d’envoi"), (gate.State, gate.Until, gate.Why));
    }

    [Fact]
    public async Task RunAsync_Paused_WaitsUntilTheExpiryAtMost()
    {
        var storage = await ReadyAsync();
        await SetAsync(storage, SendControl.Paused);

        Assert.Equal((GateState.Waiting, Some.ExpiresAt), ((await OpenAsync(storage, Some.Now)).State, (await OpenAsync(storage, Some.Now)).Until));
        Assert.Equal((GateState.Over, LotEnd.Expired), Over(await OpenAsync(storage, Some.ExpiresAt)));
    }

    [Fact]
    public async Task RunAsync_CancelledOrExpired_IsOver()
    {
        var storage = await ReadyAsync();
        Assert.Equal((GateState.Over, LotEnd.Expired), Over(await OpenAsync(storage, Some.ExpiresAt)));

        await SetAsync(storage, SendControl.Cancelled);

        Assert.Equal((GateState.Over, LotEnd.Cancelled), Over(await OpenAsync(storage, Some.Now)));
        Assert.Equal((GateState.Over, LotEnd.Cancelled), Over(await OpenAsync(storage, Some.ExpiresAt)));
    }

    private static (GateState, LotEnd?) Over(SlotGate gate) => (gate.State, gate.Ends);

    private static async Task<AppStorage> ReadyAsync()
    {
        var storage = await AppStorage.TakeAsync();
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        await SomeLibrary.PublishAsync(storage);
        await SomeLibrary.GrantVisaAsync(storage);
        return storage;
    }

    private static async Task SetAsync(AppStorage storage, SendControl state)
    {
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        await control.SetAsync(Some.Key, state, "léa", "x", default);
    }

    private static async Task<SlotGate> OpenAsync(AppStorage storage, DateTimeOffset now)
    {
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        var visas = new VisaGate(SomeLibrary.Of(storage), new VisaStore(storage.Containers, storage.Clocks), Options.Create(new CaisseOptions()));
        var hours = new CaisseHours(Options.Create(new PlanningRules()));
        return await new OpenSlot(new SendStore(storage.Containers), control, visas, hours)
            .RunAsync(new OpenSlotInput(Some.Key, Some.Caisse, now, Some.ExpiresAt), default);
    }
}
