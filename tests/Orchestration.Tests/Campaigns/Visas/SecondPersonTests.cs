using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Visas;
using Orchestration.Planning;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Visas;

/// <summary>What a caisse wrote goes out after a second person has confirmed it, or by its order alone where the installation says so.</summary>
public sealed class SecondPersonTests
{
    [Fact]
    public async Task CheckAsync_CustomCampaign_WaitsForASecondPersonOfItsCaisse()
    {
        var storage = await AppStorage.TakeAsync();
        var plan = await CustomAsync(storage);

        var waiting = await CheckAsync(storage, plan);
        var request = Assert.Single(await Visas(storage).PendingAsync(default));
        await Visas(storage).DecideAsync(plan.Key, waiting.Content!.Hash, true, "paul.noir", null, default);

        Assert.Equal((false, "attend une seconde personne"), (waiting.IsGranted, waiting.Missing));
        Assert.Equal((plan.Caisses[0], "lea.morel"), (request.Caisse, request.Author));
        Assert.True((await CheckAsync(storage, plan)).IsGranted);
    }

    [Fact]
    public async Task CheckAsync_RefusedBySecondPerson_SaysSo()
    {
        var storage = await AppStorage.TakeAsync();
        var plan = await CustomAsync(storage);
        var waiting = await CheckAsync(storage, plan);
        await Visas(storage).DecideAsync(plan.Key, waiting.Content!.Hash, false, "paul.noir", "Une faute", default);

        Assert.Equal("la seconde personne a refusé", (await CheckAsync(storage, plan)).Missing);
    }

    [Fact]
    public async Task CheckAsync_SettingWithoutSecondPerson_IsConfirmedByTheOrderAlone()
    {
        var storage = await AppStorage.TakeAsync();
        var plan = await CustomAsync(storage);

        Assert.True((await CheckAsync(storage, plan, secondPerson: false)).IsGranted);
        Assert.Empty(await Visas(storage).PendingAsync(default));
    }

    [Fact]
    public async Task CheckAsync_SettingSwitchedOffAfterARefusal_LeavesItRefused()
    {
        var storage = await AppStorage.TakeAsync();
        var plan = await CustomAsync(storage);
        var waiting = await CheckAsync(storage, plan);
        await Visas(storage).DecideAsync(plan.Key, waiting.Content!.Hash, false, "paul.noir", "Une faute", default);

        Assert.False((await CheckAsync(storage, plan, secondPerson: false)).IsGranted);
    }

    // The setting is about what caisses write themselves: what Dicom approves is approved by Dicom.
    [Fact]
    public async Task CheckAsync_SettingWithoutSecondPerson_LeavesDicomsVisasAsTheyAre()
    {
        var storage = await AppStorage.TakeAsync();
        var custom = await CustomAsync(storage);
        var model = SendKey.Parse("bibliotheque.essai.modele.v1");

        Assert.False((await CheckAsync(storage, custom with { Type = CampaignType.ReadyMade, Pinned = custom.Pinned! with { Approval = model } }, secondPerson: false)).IsGranted);
        Assert.False((await CheckAsync(storage, custom with { Pinned = custom.Pinned with { Approval = model } }, secondPerson: false)).IsGranted);
        Assert.False((await CheckAsync(storage, Some.Plan() with { Type = CampaignType.Custom }, secondPerson: false)).IsGranted);
    }

    private static async Task<PlannedSend> CustomAsync(AppStorage storage) => Some.Plan() with
    {
        Type = CampaignType.Custom,
        Pinned = new PinnedContent(await SomeLibrary.PublishedContentAsync(storage), "lea.morel"),
    };

    private static VisaStore Visas(AppStorage storage) => new(storage.Containers, storage.Clocks);

    private static Task<ContentVisa> CheckAsync(AppStorage storage, PlannedSend plan, bool secondPerson = true) => new VisaGate(
        SomeLibrary.Of(storage), Visas(storage), Options.Create(new CaisseOptions { SecondPerson = secondPerson })).CheckAsync(plan, Some.Now, default);
}
