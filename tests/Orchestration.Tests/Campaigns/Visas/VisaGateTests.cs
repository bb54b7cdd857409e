using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Tests.Messages.Templates;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Visas;

/// <summary>Invariant E1: nothing goes without a visa on its very content.</summary>
public sealed class VisaGateTests
{
    [Fact]
    public async Task CheckAsync_NoVisaYet_PutsTheContentBeforeTheValidatorsOnce()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);

        var content = await CheckAsync(storage);
        await CheckAsync(storage);

        Assert.False(content.IsGranted);
        Assert.Equal("visa attendu", content.Missing);
        var request = Assert.Single(await Visas(storage).PendingAsync(default));
        Assert.Equal((Some.Key, content.Content!.Hash, "Dicom/DCP", Some.Zone.PrepareAt), (request.Send, request.ContentHash, request.Author, request.NeededBy));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "visa refusé")]
    public async Task CheckAsync_Decided_SaysSo(bool granted, string? missing)
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await DecideAsync(storage, granted);

        var content = await CheckAsync(storage);

        Assert.Equal((granted, missing), (content.IsGranted, content.Missing));
    }

    [Fact]
    public async Task CheckAsync_TemplateNotPublished_SaysSo()
    {
        var content = await CheckAsync(await AppStorage.TakeAsync());

        Assert.Equal((false, "le gabarit n’est pas encore publié"), (content.IsGranted, content.Missing));
    }

    // What is rendered stays the same: the bytes alone decide.
    [Theory]
    [InlineData("template.yaml", "title: Essai", "title: Essais")]
    [InlineData("subject.sbntxt", "{{ prenom }}", "{{prenom}}")]
    [InlineData("body.sbnhtml", "{{ prenom }}", "{{prenom}}")]
    [InlineData("body.sbntxt", "{{ prenom }}", "{{prenom}}")]
    [InlineData("sms.sbntxt", "{{ prenom }}", "{{prenom}}")]
    public async Task CheckAsync_AnyFileOfTheTemplateChanged_VoidsTheVisa(string file, string old, string changed)
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await DecideAsync(storage, granted: true);

        await SomeLibrary.PublishAsync(storage, SomePackage.Changed(file, old, changed));

        AssertVoid(await CheckAsync(storage));
    }

    [Fact]
    public async Task CheckAsync_LayoutChanged_VoidsTheVisa()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await DecideAsync(storage, granted: true);

        await SomeLibrary.PublishAsync(storage, layout: SomePackage.LayoutFiles("<footer>{{$texte}}</footer>\n"));

        AssertVoid(await CheckAsync(storage));
    }

    [Fact]
    public async Task CheckAsync_ContentAsItWasAgain_HasItsVisaAgain()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await DecideAsync(storage, granted: true);
        await SomeLibrary.PublishAsync(storage, SomePackage.Changed("subject.sbntxt", "{{ prenom }}", "{{prenom}}"));
        Assert.False((await CheckAsync(storage)).IsGranted);

        await SomeLibrary.PublishAsync(storage);

        Assert.True((await CheckAsync(storage)).IsGranted);
    }

    [Fact]
    public async Task CheckAsync_CriterionOrChannelsChanged_VoidsTheVisa()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await DecideAsync(storage, granted: true);

        AssertVoid(await CheckAsync(storage, Some.Plan() with { Criterion = "age >= 18" }));
        AssertVoid(await CheckAsync(storage, Some.Plan() with { Channels = [Channel.Email] }));
        Assert.Equal(VisaStatus.Granted, (await CheckAsync(storage, Some.Plan() with { CampaignTitle = "Un autre titre" })).Visa);
    }

    [Fact]
    public async Task CheckAsync_TemplateForAnotherPurposeOrChannel_IsNotItsContent()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);

        Assert.Null((await CheckAsync(storage, Some.Plan() with { Purpose = Purpose.Health })).Content);
        Assert.Null((await CheckAsync(storage, Some.Plan() with { Population = Orchestration.Audience.Population.Staff })).Content);
    }

    private static void AssertVoid(ContentVisa content)
    {
        Assert.NotNull(content.Content);
        Assert.Equal(VisaStatus.Pending, content.Visa);
    }

    private static VisaStore Visas(AppStorage storage) => new(storage.Containers, storage.Clocks);

    // Each check is another instance's: nothing that a former one remembers may count.
    private static Task<ContentVisa> CheckAsync(AppStorage storage, PlannedSend? plan = null) =>
        new VisaGate(SomeLibrary.Of(storage), Visas(storage), Options.Create(new CaisseOptions())).CheckAsync(plan ?? Some.Plan(), Some.Now, default);

    private static async Task DecideAsync(AppStorage storage, bool granted)
    {
        var hash = (await CheckAsync(storage)).Content!.Hash;
        await Visas(storage).DecideAsync(Some.Key, hash, granted, "léa", null, default);
    }
}
