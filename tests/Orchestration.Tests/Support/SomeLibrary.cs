using Microsoft.Extensions.Options;
using Orchestration.Caisses;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages.Library;
using Orchestration.Messages.Rendering;
using Orchestration.Tests.Messages.Templates;

namespace Orchestration.Tests.Support;

/// <summary>A published library of one template, <c>national/essai</c>, and its layout.</summary>
internal static class SomeLibrary
{
    public static ContentLibrary Of(AppStorage storage) =>
        new(storage.Containers, new LibraryStore(storage.Containers), Options.Create(SomeContent.Settings), RendererChoice.Own);

    /// <param name="storage">Where.</param>
    /// <param name="template">Files of the template; the good ones when null.</param>
    /// <param name="layout">Files of the layout; the good ones when null.</param>
    public static async Task PublishAsync(
        AppStorage storage, IReadOnlyDictionary<string, byte[]>? template = null, IReadOnlyDictionary<string, byte[]>? layout = null)
    {
        var store = new LibraryStore(storage.Containers);
        var files = LibraryFiles.Empty.With(new Dictionary<string, IReadOnlyDictionary<string, byte[]>>
        {
            ["national/essai"] = template ?? SomePackage.Files(),
            ["layouts/essai"] = layout ?? SomePackage.LayoutFiles(),
        });
        Assert.True(await store.TryPublishAsync(files, await store.PointerAsync(default), default));
    }

    /// <summary>Publishes, and gives the hash of the content that <see cref="Some.Plan"/> makes of it.</summary>
    public static async Task<string> PublishedContentAsync(AppStorage storage)
    {
        await PublishAsync(storage);
        return (await Of(storage).ResolveAsync(Some.Plan(), default))!.Hash;
    }

    /// <summary>A validator grants what <see cref="Some.Plan"/> would go out with now.</summary>
    public static async Task GrantVisaAsync(AppStorage storage)
    {
        var visas = new VisaStore(storage.Containers, storage.Clocks);
        var content = (await new VisaGate(Of(storage), visas, Options.Create(new CaisseOptions())).CheckAsync(Some.Plan(), Some.Now, default)).Content!;
        await visas.DecideAsync(Some.Key, content.Hash, true, "validation.léa", null, default);
    }
}
