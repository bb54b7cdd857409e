using Orchestration.Messages.Library;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Messages.Library;

public sealed class LibraryStoreTests
{
    private static readonly LibraryFiles One = Files("un");
    private static readonly LibraryFiles Other = Files("deux");

    [Fact]
    public async Task TryPublishAsync_FirstAndNext_MovesThePointerAndKeepsBothVersions()
    {
        var store = new LibraryStore((await AppStorage.TakeAsync()).Containers);
        Assert.Null(await store.PointerAsync(default));

        Assert.True(await store.TryPublishAsync(One, null, default));
        Assert.True(await store.TryPublishAsync(Other, await store.PointerAsync(default), default));

        Assert.Equal(Other.Hash(), (await store.PointerAsync(default))!.Value.Hash);
        Assert.Equal(One.Hash(), (await store.ReadAsync(One.Hash(), default)).Hash());
    }

    [Fact]
    public async Task TryPublishAsync_SomebodyElsePublishedMeanwhile_IsRefused()
    {
        var store = new LibraryStore((await AppStorage.TakeAsync()).Containers);
        await store.TryPublishAsync(One, null, default);
        var read = await store.PointerAsync(default);
        await store.TryPublishAsync(Other, read, default);

        Assert.False(await store.TryPublishAsync(One, read, default));
        Assert.False(await store.TryPublishAsync(One, null, default));
        Assert.Equal(Other.Hash(), (await store.PointerAsync(default))!.Value.Hash);
    }

    [Fact]
    public async Task TryPublishAsync_KilledBetweenFilesAndPointer_TheRepeatPublishes()
    {
        var storage = await AppStorage.TakeAsync();
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", "current.json");
        await Assert.ThrowsAsync<CrashException>(() => new LibraryStore(doomed.Containers).TryPublishAsync(One, null, default));
        var store = new LibraryStore(storage.Containers);
        Assert.Null(await store.PointerAsync(default));

        Assert.True(await store.TryPublishAsync(One, null, default));
    }

    [Fact]
    public void Hash_PathsAndContents_CannotBeTakenForOneAnother() =>
        Assert.NotEqual(
            LibraryFiles.Empty.With(Folder("a", "bc", "d")).Hash(),
            LibraryFiles.Empty.With(Folder("a", "b", "cd")).Hash());

    private static LibraryFiles Files(string text) => LibraryFiles.Empty.With(Folder("national/essai", "subject.sbntxt", text));

    private static Dictionary<string, IReadOnlyDictionary<string, byte[]>> Folder(string folder, string file, string text) =>
        new() { [folder] = new Dictionary<string, byte[]> { [file] = System.Text.Encoding.UTF8.GetBytes(text) } };
}
