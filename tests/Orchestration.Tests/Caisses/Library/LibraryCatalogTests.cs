using System.Text;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;
using Orchestration.Caisses.Library;
using Orchestration.Campaigns.Visas;
using Orchestration.Local.Datamart;
using Orchestration.Messages.Library;
using Orchestration.Storage;
using Orchestration.Tests.Messages.Templates.Real;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Caisses.Library;

public sealed class LibraryCatalogTests
{
    private const string Model = "library/mes-tips-sante";
    private const string Audience = "audience: age >= 18 && age <= 25";

    [Fact]
    public async Task FindAsync_NoVisaYet_SaysThatItIsWaitedFor()
    {
        var storage = await ReadyAsync();

        var entry = (await FindAsync(storage))!;

        Assert.Equal((VisaStatus.Pending, false), (entry.Visa, entry.IsOrderable));
        Assert.Equal(["Son visa est attendu."], entry.Hindrances);
    }

    // Business time is 27 April 2027.
    [Theory]
    [InlineData("", null)]
    [InlineData("  from: 2027-04-27\n  until: 2027-04-27\n", null)]
    [InlineData("  from: 2027-04-28\n", "Il n’ouvre aux commandes que le mercredi 28 avril 2027.")]
    [InlineData("  until: 2027-04-26\n", "Il ne part plus depuis le lundi 26 avril 2027.")]
    public async Task FindAsync_OpeningAndClosing_CountInBusinessTime(string bounds, string? hindrance)
    {
        var storage = await ReadyAsync(yaml => yaml + bounds);
        await DecideAsync(storage, granted: true);

        Assert.Equal(hindrance is null ? [] : [hindrance], (await FindAsync(storage))!.Hindrances);
    }

    [Fact]
    public async Task FindAsync_CriterionThatTheDatamartDoesNotKnow_IsAHindrance()
    {
        var storage = await ReadyAsync(yaml => yaml.Replace(Audience, "audience: pointure >= 42", StringComparison.Ordinal));
        await DecideAsync(storage, granted: true);

        Assert.Contains("pointure", Assert.Single((await FindAsync(storage))!.Hindrances), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_NoDatamart_IsAHindrance()
    {
        var storage = await AppStorage.TakeAsync();
        await PublishAsync(storage, yaml => yaml);
        await DecideAsync(storage, granted: true);

        Assert.Equal(["Aucun datamart n’a encore été livré."], (await FindAsync(storage))!.Hindrances);
    }

    [Fact]
    public async Task RequestAsync_PublishedModel_IsPutBeforeTheValidatorsUntilTheyDecide()
    {
        var storage = await ReadyAsync();
        var visas = new VisaStore(storage.Containers, storage.Clocks);

        await RequestAsync(storage);
        await RequestAsync(storage);

        var request = Assert.Single(await visas.PendingAsync(default));
        Assert.Equal(("bibliotheque.mes-tips-sante.modele.v1", "claire.martin", Some.Now.AddDays(5)), (request.Send.Value, request.Author, request.NeededBy));
        Assert.Equal(Model, (await SomeLibrary.Of(storage).ReadAsync(request.ContentHash, default)).Template);

        await DecideAsync(storage, granted: false);
        await RequestAsync(storage);
        Assert.Empty(await visas.PendingAsync(default));
        Assert.Equal(["Son visa a été refusé."], (await FindAsync(storage))!.Hindrances);
    }

    // What a visa was given for is the content: a new audience is another.
    [Fact]
    public async Task RequestAsync_AnotherAudience_NeedsAnotherVisa()
    {
        var storage = await ReadyAsync();
        await DecideAsync(storage, granted: true);

        await PublishAsync(storage, yaml => yaml.Replace(Audience, "audience: age >= 18", StringComparison.Ordinal));
        await RequestAsync(storage);

        Assert.Single(await new VisaStore(storage.Containers, storage.Clocks).PendingAsync(default));
        Assert.False((await FindAsync(storage))!.IsOrderable);
    }

    private static async Task<AppStorage> ReadyAsync(Func<string, string>? change = null)
    {
        var storage = await AppStorage.TakeAsync();
        await storage.Containers.Datamart.WriteAsync("2027-04-26/schema.json", SyntheticDatamart.Schema.ToJson(), "application/json", default);
        await new SnapshotStore(storage.Containers).PromoteAsync(SomeDatamart.Date, default);
        await PublishAsync(storage, change ?? (yaml => yaml));
        return storage;
    }

    private static async Task PublishAsync(AppStorage storage, Func<string, string> change)
    {
        var files = TemplateFolder.Files.Where(file => file.Key.StartsWith(Model + "/", StringComparison.Ordinal))
            .ToDictionary(file => file.Key[(Model.Length + 1)..], file => file.Value);
        files["template.yaml"] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files["template.yaml"])));
        var store = new LibraryStore(storage.Containers);
        var folders = new Dictionary<string, IReadOnlyDictionary<string, byte[]>> { [Model] = files };
        Assert.True(await store.TryPublishAsync(LibraryFiles.Empty.With(folders), await store.PointerAsync(default), default));
        Assert.Contains(Model, await SomeLibrary.Of(storage).PackagesAsync(default));
    }

    private static async Task DecideAsync(AppStorage storage, bool granted)
    {
        await RequestAsync(storage);
        var model = Assert.Single(await Catalog(storage).ModelsAsync(default));
        await new VisaStore(storage.Containers, storage.Clocks).DecideAsync(model.Visa, model.Hash, granted, "validation.léa", null, default);
    }

    private static Task RequestAsync(AppStorage storage) => new LibraryVisas(
        Catalog(storage), SomeLibrary.Of(storage), new VisaStore(storage.Containers, storage.Clocks), Options.Create(new CaisseOptions()), storage.Clocks)
        .RequestAsync(default);

    private static Task<LibraryEntry?> FindAsync(AppStorage storage) => Catalog(storage).FindAsync(LibraryKind.Library, "mes-tips-sante", default);

    private static LibraryCatalog Catalog(AppStorage storage) => new(
        SomeLibrary.Of(storage), new VisaStore(storage.Containers, storage.Clocks), new SnapshotStore(storage.Containers), storage.Clocks);
}
